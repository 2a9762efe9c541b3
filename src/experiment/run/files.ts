import {FileAttachment} from "observablehq:stdlib";
import type {Manifest} from "../../lib/datasets/manifest.js";
import {named} from "../../lib/named.js";
import {isOwnName, type OwnName} from "../../lib/own-name.js";
import type {FileSource} from "../../lib/training/protocol.js";
import {withPatience} from "./patience.js";
import {RefusedError} from "./worker-link.js";

/** The one list of files that experiments load. Framework wants each path written out. */
const attachments = {
  "digits-train": FileAttachment("../../data/digits-train.bin.gz"),
  "clothes-train": FileAttachment("../../data/clothes-train.bin.gz"),
  "digits-test": FileAttachment("../../data/digits-test.bin.gz"),
  "clothes-test": FileAttachment("../../data/clothes-test.bin.gz"),
  "faces-train": FileAttachment("../../data/faces-train.bin.gz"),
  "faces-test": FileAttachment("../../data/faces-test.bin.gz"),
  "emoji-16": FileAttachment("../../data/emoji-16.bin.gz"),
  "emoji-24": FileAttachment("../../data/emoji-24.bin.gz"),
  "emoji-captions": FileAttachment("../../data/emoji-captions.bin.gz"),
  "classifier-emoji": FileAttachment("../../data/classifier-emoji.bin.gz"),
  "generator-emoji": FileAttachment("../../data/generator-emoji.bin.gz"),
  "generator-digits": FileAttachment("../../data/generator-digits.bin.gz"),
  "transformer-digits": FileAttachment("../../data/transformer-digits.bin.gz"),
  "denoiser-digits": FileAttachment("../../data/denoiser-digits.bin.gz"),
  "first-picture": FileAttachment("../../data/first-picture.bin.gz"),
  "denoiser-network": FileAttachment("../../data/denoiser-network.bin.gz"),
  "drawn-digits": FileAttachment("../../data/drawn-digits.bin.gz"),
  "judged-digits": FileAttachment("../../data/judged-digits.bin.gz"),
  "noise-pictures": FileAttachment("../../data/noise-pictures.bin.gz"),
  photographs: FileAttachment("../../data/photographs.bin.gz"),
  "classifier-faces": FileAttachment("../../data/classifier-faces.bin.gz"),
  "classifier-digits": FileAttachment("../../data/classifier-digits.bin.gz"),
  "classifier-digits-second": FileAttachment("../../data/classifier-digits-second.bin.gz"),
  "classifier-clothes": FileAttachment("../../data/classifier-clothes.bin.gz"),
  "decoder-clothes": FileAttachment("../../data/decoder-clothes.bin.gz"),
  "decoder-faces": FileAttachment("../../data/decoder-faces.bin.gz"),
  "face-axes": FileAttachment("../../data/face-axes.bin.gz"),
  "relief-network": FileAttachment("../../data/relief-network.bin.gz"),
};

const manifest = FileAttachment("../../data/manifest.json");

/** The binaries of TF.js's wasm back end, by file name. */
export const wasmPaths: Readonly<Record<string, string>> = {
  "tfjs-backend-wasm.wasm": FileAttachment("../../vendor/wasm/tfjs-backend-wasm.wasm").href,
  "tfjs-backend-wasm-simd.wasm": FileAttachment("../../vendor/wasm/tfjs-backend-wasm-simd.wasm")
    .href,
  "tfjs-backend-wasm-threaded-simd.wasm": FileAttachment(
    "../../vendor/wasm/tfjs-backend-wasm-simd.wasm",
  ).href,
};

/** Where each of `names` is, with the length and hash it must have. */
export async function fileSources(
  names: readonly string[],
): Promise<Readonly<Record<string, FileSource>>> {
  const own = await Promise.all(
    names.filter(isOwnName).map(async (name) => [name, await ownFile(name)] as const),
  );
  const packed = names.filter((name) => !isOwnName(name));
  return {...(await packedSources(packed)), ...Object.fromEntries(own)};
}

/** Of files that the course brings along. */
async function packedSources(
  names: readonly string[],
): Promise<Readonly<Record<string, FileSource>>> {
  if (names.length === 0) return {};
  const {fileFacts} = await import("../../vendor/file-facts.js"); // a page that starts nothing needs none
  const entries = names.map((name) => {
    const {href} = named("file", attachments, name);
    const url = new URL(href, location.href).href;
    return [name, {url, ...named("file", fileFacts, name)}] as const;
  });
  return Object.fromEntries(entries);
}

/** A reader's own pictures: here, or nowhere. */
async function ownFile(name: OwnName): Promise<FileSource> {
  const {ownSource} = await import("../../own/own-sets.js");
  const source = await ownSource(name);
  if (source) return source;
  throw new RefusedError({
    code: "bad-file",
    message: `missing pictures: the set ${name} is not in this browser`,
    advice:
      "Somebody's own pictures stay in the browser in which they were put together, and links and run files only name them. Choose other pictures, or make the set again from the same pictures.",
  });
}

/** All that the manifest says of the files of `data/`. */
export async function manifestFiles(): Promise<Manifest["files"]> {
  const read = withPatience(manifest.json(), "The list of the data files");
  return ((await read) as Manifest).files;
}
