import type {ImageDataset} from "../../lib/datasets/dataset.js";
import {type Split, split} from "../../lib/datasets/split.js";
import {upright} from "../../lib/datasets/upright.js";
import {Random} from "../../lib/random.js";
import {picturesIn, type RunFiles} from "./run-files.setup.js";

/** The same split whatever the run's seed, so that runs can be compared. */
const splitSeed = 1;

/** `dataset` as pictures to learn from, and `count` that nothing is learned from: a multiple of the number of classes. */
export function heldOut(dataset: ImageDataset, count: number): Split {
  return split(dataset, count, new Random(splitSeed));
}

/** Params of an experiment that chooses its pictures, and may straighten them (see upright.ts). */
export interface StraightenedPictures {
  readonly dataset: string;
  readonly straighten: boolean;
}

/** The same of the pictures in a run's files, straightened first where that is wanted. */
export function heldOutIn(
  files: RunFiles,
  {dataset, straighten}: StraightenedPictures,
  count: number,
): Split {
  const all = picturesIn(files, dataset);
  return heldOut(straighten ? {...all, images: upright(all.images)} : all, count);
}
