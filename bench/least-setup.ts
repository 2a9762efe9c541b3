/** Every experiment as small as its form allows, on few pictures: what a step leaves behind is as large with any. */
import {dataFile} from "../data/data-file.js";
import {imageDataset, packImages} from "../lib/datasets/image-dataset.js";
import {findImageSet} from "../lib/datasets/index.js";
import {pick} from "../lib/image.js";
import {type Params, parseParams} from "../lib/params.js";
import {Random} from "../lib/random.js";
import type {Experiment} from "../lib/training/experiment.js";
import type {Setup} from "../lib/training/setup.js";
import {findExperiment, findSetup} from "../src/experiments/index.js";

/** More than any experiment puts aside for a test. */
const digitCount = 2200;

/** The defaults, but what makes a step or a start expensive at its least. */
export function leastParams({params, sizeParams, startParams = []}: Experiment): Params {
  const least = [...sizeParams, ...startParams].flatMap((name) => {
    const param = params[name]!;
    return param.kind === "number" ? [[name, param.min]] : [];
  });
  return parseParams(params, Object.fromEntries(least)) as Params;
}

/** Before its first step. */
export async function leastSetup(id: string): Promise<Setup> {
  const experiment = findExperiment(id);
  const params = leastParams(experiment);
  const read = Object.fromEntries(experiment.files(params).map((name) => [name, fileOf(name)]));
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
