/** Every experiment as small as its form allows, on few pictures: what a step leaves behind is as large with any. */
import {dataFile} from "../data/data-file.js";
import {imageDataset, packImages} from "../lib/datasets/image-dataset.js";
import {findImageSet} from "../lib/datasets/index.js";
import {pick} from "../lib/image.js";
import {type Params, type ParamTable, parseParams} from "../lib/params.js";
import {Random} from "../lib/random.js";
import type {Setup} from "../lib/training/setup.js";
import {findExperiment, findSetup} from "../src/experiments/index.js";

const sizes = /^(width|baseWidth|hiddenWidth|batchSize|trainingCount|latentSize|strokes|clusters)$/;
/** More than any experiment puts aside for a test. */
const digitCount = 2200;

/** The defaults, but everything that makes a step dear at its least. */
export function leastParams(table: ParamTable): Params {
  const least = Object.entries(table).flatMap(([name, param]) =>
    param.kind === "number" && sizes.test(name) ? [[name, param.min]] : [],
  );
  return parseParams(table, Object.fromEntries(least)) as Params;
}

/** Before its first step. */
export async function leastSetup(id: string): Promise<Setup> {
  const {params: table, files} = findExperiment(id);
  const params = leastParams(table);
  const read = Object.fromEntries(files(params).map((name) => [name, fileOf(name)]));
  return (await findSetup(id))({params, files: read, inputs: {}, random: new Random(1)});
}

let few: Uint8Array | undefined;

/** The bytes of a data file; of the digits, a few. */
export function fileOf(name: string): Uint8Array {
  if (name !== "digits-train") return dataFile(name);
  few ??= fewDigits();
  return few;
}

function fewDigits(): Uint8Array {
  const {images, labels} = imageDataset(findImageSet("digits"), dataFile("digits-train"));
  const indices = Array.from({length: digitCount}, (_, i) => i);
  return packImages({images: pick(images, indices), labels: labels.slice(0, digitCount)});
}
