import {loadFile} from "../lib/datasets/load-file.js";
import type {ManifestEntry} from "../lib/datasets/manifest.js";
import {named} from "../lib/named.js";
import {fileSources, manifestFiles} from "./run/files.js";
import {patienceMs} from "./run/patience.js";

/** The verified and unpacked bytes of a file of `data/`, for a figure without a worker. */
export async function pictureFile(name: string): Promise<Uint8Array> {
  const {[name]: source} = await fileSources([name]);
  return loadFile(source!, {
    fetch: fetch.bind(globalThis),
    signal: AbortSignal.timeout(patienceMs),
  });
}

/** What the manifest says of a file of `data/`. */
export async function manifestEntry(name: string): Promise<ManifestEntry> {
  return named("file", await manifestFiles(), name);
}
