/** Every experiment as small as its form allows, on few pictures: what a step leaves behind is as large with any. */
import {dataFile} from "../../data/data-file.js";
import type {ImageSet} from "../../lib/datasets/dataset.js";
import {imageDataset, packImages} from "../../lib/datasets/image-dataset.js";
import {findImageSet, imageSets} from "../../lib/datasets/index.js";
import {pick} from "../../lib/image.js";
import {type Param, type Params, type ParamValue, parseParams} from "../../lib/params.js";
import {Random} from "../../lib/random.js";
import type {Experiment} from "../../lib/training/experiment.js";
import type {Setup} from "../../lib/training/setup.js";
import {findExperiment, findSetup} from "../../src/experiments/index.js";

/** More than any experiment puts aside for a test. */
const pictureCount = 2200;

/** The defaults, but what makes a step or a start expensive at its least. Of choices, these are only those that decide how long a start takes. */
export function leastParams({params, sizeParams, startParams = []}: Experiment): Params {
  const sizes = sizeParams.filter((name) => params[name]!.kind === "number");
  const least = [...sizes, ...startParams].map((name) => [name, leastOf(params[name]!)]);
  return parseParams(params, Object.fromEntries(least)) as Params;
}

function leastOf(param: Param): ParamValue {
  if (param.kind === "number") return param.min;
  return param.kind === "choice" ? Object.keys(param.options)[0]! : param.default;
}

/** Before its first step. */
export async function leastSetup(id: string): Promise<Setup> {
  const experiment = findExperiment(id);
  const params = leastParams(experiment);
  const read = Object.fromEntries(experiment.files(params).map((name) => [name, fileOf(name)]));
  return (await findSetup(id))({params, files: read, inputs: {}, random: new Random(1)});
}

const few = new Map<string, Uint8Array>();

/** The bytes of a data file; of pictures to learn from, a few. */
export function fileOf(name: string): Uint8Array {
  const set = name.replace(/-train$/, "");
  if (set === name || !Object.hasOwn(imageSets, set)) return dataFile(name);
  if (!few.has(name)) few.set(name, fewPictures(findImageSet(set), dataFile(name)));
  return few.get(name)!;
}

function fewPictures(set: ImageSet, bytes: Uint8Array): Uint8Array {
  const {images, labels} = imageDataset(set, bytes);
  const indices = Array.from({length: pictureCount}, (_, i) => i);
  return packImages({images: pick(images, indices), labels: labels.slice(0, pictureCount)});
}
