/** Pictures to learn from and pictures to test on, be they the course's or a reader's own, of which there may be few. */
import type {ImageDataset} from "../../lib/datasets/dataset.js";
import {ownDataset} from "../../lib/datasets/own/own-set.js";
import type {Split} from "../../lib/datasets/split.js";
import {upright} from "../../lib/datasets/upright.js";
import {type ByteImages, pick} from "../../lib/image.js";
import type {Classifier} from "../../lib/models/classifier.js";
import {isOwnName} from "../../lib/own-name.js";
import {heldOut} from "./held-out.setup.js";
import {probeCount} from "./probe.setup.js";
import {classifierIn, fileOf, picturesIn, type RunFiles} from "./run-files.setup.js";

/** Share of a reader's own pictures that is held out; of each label one at least. */
const heldOutShare = 0.2;

export interface PictureWish {
  readonly dataset: string;
  readonly straighten?: boolean;
  /** Pictures that are held out, where there are thousands. */
  readonly testCount: number;
  /** Labels that the run cannot do without. */
  readonly leastLabels: 1 | 2;
}

/** Pictures to learn from, and others to test on. */
export function anyPictures(files: RunFiles, wish: PictureWish): Split {
  const {dataset, straighten, testCount, leastLabels} = wish;
  const all = setIn(files, dataset, leastLabels);
  const chosen = straighten ? {...all, images: upright(all.images)} : all;
  return heldOut(chosen, isOwnName(dataset) ? Math.min(testCount, fifth(all)) : testCount);
}

/** All pictures of the set `name`. */
export function setIn(files: RunFiles, name: string, leastLabels: 1 | 2 = 1): ImageDataset {
  const all = isOwnName(name) ? ownDataset(name, fileOf(files, name)) : picturesIn(files, name);
  const classes = all.classNames.length;
  if (classes < leastLabels)
    throw new RangeError(
      `too few labels: ${classes} (at least ${leastLabels}). Say what is on your pictures where you put them together, and make the set again`,
    );
  return all;
}

/** The course's classifier of the set `name`; none for a reader's own, of which it knows nothing. The caller disposes it. */
export function judgeIn(files: RunFiles, name: string): Classifier | undefined {
  return isOwnName(name) ? undefined : classifierIn(files, name);
}

/** A measurement where there is no classifier: of nothing. */
export async function unjudged() {
  return {scalars: {}, floors: {}, arrays: {}};
}

/** A multiple of the number of classes. */
function fifth({labels, classNames}: ImageDataset): number {
  const classes = classNames.length;
  return Math.max(1, Math.floor((heldOutShare * labels.length) / classes)) * classes;
}

/** The pictures, all of them again and again until a batch of `least` finds enough. */
export function enoughFor(least: number, dataset: ImageDataset): ImageDataset {
  const count = dataset.labels.length;
  if (count >= least) return dataset;
  const places = Array.from({length: count * Math.ceil(least / count)}, (_, i) => i % count);
  return {
    ...dataset,
    images: pick(dataset.images, places),
    labels: Uint8Array.from(places, (place) => dataset.labels[place]!),
  };
}

/** Pictures for the activations of a network, few of them again and again. */
export function probed(dataset: ImageDataset): ByteImages {
  return enoughFor(probeCount, dataset).images;
}
