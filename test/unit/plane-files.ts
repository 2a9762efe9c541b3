import {readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";

/** The files of `autoencoder` and `vae-digits`, unzipped. */
export const planeFiles: Readonly<Record<string, Uint8Array>> = Object.fromEntries(
  ["digits-train", "classifier-digits"].map((name) => [
    name,
    new Uint8Array(gunzipSync(readFileSync(new URL(`../../data/${name}.bin.gz`, import.meta.url)))),
  ]),
);
