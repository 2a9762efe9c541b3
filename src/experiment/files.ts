import {FileAttachment} from "observablehq:stdlib";
import {named} from "../lib/named.js";
import type {FileSource} from "../lib/training/protocol.js";

/** The one list of files that experiments load. Framework wants each path written out. */
const attachments = {
  "digits-train": FileAttachment("../data/digits-train.bin.gz"),
  "clothes-train": FileAttachment("../data/clothes-train.bin.gz"),
  "classifier-digits": FileAttachment("../data/classifier-digits.bin.gz"),
  "classifier-clothes": FileAttachment("../data/classifier-clothes.bin.gz"),
};

const manifest = FileAttachment("../data/manifest.json");

/** The binaries of TF.js's wasm back end, by file name. */
export const wasmPaths: Readonly<Record<string, string>> = {
  "tfjs-backend-wasm.wasm": FileAttachment("../vendor/wasm/tfjs-backend-wasm.wasm").href,
  "tfjs-backend-wasm-simd.wasm": FileAttachment("../vendor/wasm/tfjs-backend-wasm-simd.wasm").href,
  "tfjs-backend-wasm-threaded-simd.wasm": FileAttachment(
    "../vendor/wasm/tfjs-backend-wasm-simd.wasm",
  ).href,
};

/** Where each of `names` is, with the length and hash it must have. */
export async function fileSources(
  names: readonly string[],
): Promise<Readonly<Record<string, FileSource>>> {
  if (names.length === 0) return {};
  const {files} = (await manifest.json()) as {files: Record<string, Omit<FileSource, "url">>};
  const entries = names.map((name) => {
    const attachment = named("file", attachments, name);
    const entry = named("file", files, name);
    const {bytes, sha256, shape} = entry;
    return [
      name,
      {url: new URL(attachment.href, location.href).href, bytes, sha256, shape},
    ] as const;
  });
  return Object.fromEntries(entries);
}

/** The source files that "show the code that ran" shows, as text. */
const sources = {
  "lib/models/classifier.ts": FileAttachment("../lib/models/classifier.ts"),
  "lib/models/classifier-step.ts": FileAttachment("../lib/models/classifier-step.ts"),
  "lib/models/supervised-classifier.ts": FileAttachment("../lib/models/supervised-classifier.ts"),
  "lib/models/k-means.ts": FileAttachment("../lib/models/k-means.ts"),
  "lib/models/autoencoder.ts": FileAttachment("../lib/models/autoencoder.ts"),
  "lib/models/autoencoder-networks.ts": FileAttachment("../lib/models/autoencoder-networks.ts"),
  "lib/metrics/adjusted-rand-index.ts": FileAttachment("../lib/metrics/adjusted-rand-index.ts"),
  "lib/models/gan.ts": FileAttachment("../lib/models/gan.ts"),
  "lib/models/dcgan.ts": FileAttachment("../lib/models/dcgan.ts"),
  "lib/models/plane-gan.ts": FileAttachment("../lib/models/plane-gan.ts"),
  "lib/models/gan-losses.ts": FileAttachment("../lib/models/gan-losses.ts"),
  "lib/strokes.ts": FileAttachment("../lib/strokes.ts"),
  "lib/painting.ts": FileAttachment("../lib/painting.ts"),
  "lib/models/returns.ts": FileAttachment("../lib/models/returns.ts"),
  "lib/models/baseline.ts": FileAttachment("../lib/models/baseline.ts"),
  "lib/models/policy-gradient.ts": FileAttachment("../lib/models/policy-gradient.ts"),
  "lib/models/paint-policy.ts": FileAttachment("../lib/models/paint-policy.ts"),
  "lib/models/episodes.ts": FileAttachment("../lib/models/episodes.ts"),
  "lib/models/paint-agent.ts": FileAttachment("../lib/models/paint-agent.ts"),
  "lib/training/train.ts": FileAttachment("../lib/training/train.ts"),
  "lib/experiments/digit-classifier.setup.ts": FileAttachment(
    "../lib/experiments/digit-classifier.setup.ts",
  ),
  "lib/experiments/gan-digits.setup.ts": FileAttachment("../lib/experiments/gan-digits.setup.ts"),
  "lib/experiments/gan-plane.setup.ts": FileAttachment("../lib/experiments/gan-plane.setup.ts"),
  "lib/experiments/paint-agent.setup.ts": FileAttachment("../lib/experiments/paint-agent.setup.ts"),
  "lib/experiments/sorting-without-labels.setup.ts": FileAttachment(
    "../lib/experiments/sorting-without-labels.setup.ts",
  ),
};

/** The text of a source file of the engine, as it was built into this site. */
export function sourceText(path: string): Promise<string> {
  return named("source", sources, path).text();
}
