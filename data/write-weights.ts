/** Weights that a script of this folder has trained, as a file of the course. */
import zopfli from "@gfx/zopfli";
import type {NamedArrays} from "../lib/array.js";
import {packBundle} from "../lib/bundle.js";
import type {ManifestEntry} from "../lib/datasets/manifest.js";
import {quantise} from "../lib/models/quantised.js";
import {writeData} from "./write-manifest.js";

export interface TrainedWeights {
  readonly title: string;
  /** What a reader of the file must know of it. */
  readonly header: Readonly<Record<string, unknown>>;
  /** By layer and kind. */
  readonly weights: NamedArrays;
  readonly learnedFrom: Pick<ManifestEntry, "title" | "source" | "author" | "licence">;
  readonly script: string;
  /** Beside how many numbers they are, and on what they were trained. */
  readonly details: NonNullable<ManifestEntry["details"]>;
  /** How long zopfli looks for a smaller file. */
  readonly iterations?: number;
}

/** Writes `data/<name>.bin.gz`, the weights as bytes, with its entry in the manifest. */
export async function writeWeights(name: string, trained: TrainedWeights): Promise<void> {
  const {title, header, weights, learnedFrom, script, details, iterations = 15} = trained;
  const {source, author, licence} = learnedFrom;
  const bundle = packBundle(header, quantise(weights));
  const entry = writeData(name, await zopfli.gzipAsync(bundle, {numiterations: iterations}), {
    file: `${name}.bin.gz`,
    title,
    shape: [bundle.length],
    source: {...source, title: `trained here on: ${learnedFrom.title}`},
    author: `From Noise authors; pictures by ${author}`,
    licence: "MIT",
    licenceNote: `The weights were learned from pictures under ${licence}.`,
    script,
    details: {
      parameters: Object.values(weights).reduce((count, {data}) => count + data.length, 0),
      ...details,
      trained: "TF.js, wasm back end, Node",
    },
  });
  console.log(`${entry.file}: ${entry.bytes} bytes, sha256 ${entry.sha256}`);
}

/** The averaged ones of a learner's `state`, by layer and kind. */
export function averagedWeights(state: NamedArrays): NamedArrays {
  const prefix = "average/";
  return Object.fromEntries(
    Object.entries(state)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, array]) => [name.slice(prefix.length), array]),
  );
}
