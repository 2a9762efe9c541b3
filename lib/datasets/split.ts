/**
 * A set parted in two: pictures to learn from, and pictures to test on that are never learned from.
 *
 * A packed set is a row of blocks with one picture of each class. Whole blocks are drawn for the test, so both parts are
 * balanced, as is every prefix of either whose length is a multiple of the number of classes.
 */
import {pick} from "../image.js";
import type {Random} from "../random.js";
import type {ImageDataset} from "./dataset.js";

export interface Split {
  readonly train: ImageDataset;
  readonly test: ImageDataset;
}

/** Draws `testCount` pictures for the test, a multiple of the number of classes and fewer than there are. */
export function split(dataset: ImageDataset, testCount: number, random: Random): Split {
  const classes = dataset.classNames.length;
  const blocks = Math.floor(dataset.labels.length / classes);
  const most = (blocks - 1) * classes;
  if (testCount % classes !== 0 || testCount < classes || testCount > most)
    throw new RangeError(
      `invalid test count: ${testCount} (a multiple of ${classes} from ${classes} to ${most})`,
    );
  const order = random.permutation(blocks);
  const testBlocks = testCount / classes;
  return {
    train: blocksOf(dataset, order.slice(testBlocks)),
    test: blocksOf(dataset, order.slice(0, testBlocks)),
  };
}

/** The first `count` pictures. */
export function firstOf(dataset: ImageDataset, count: number): ImageDataset {
  return chosen(dataset, [...Array(count).keys()]);
}

function blocksOf(dataset: ImageDataset, blocks: ArrayLike<number>): ImageDataset {
  const classes = dataset.classNames.length;
  return chosen(
    dataset,
    Array.from(blocks, (block) =>
      Array.from({length: classes}, (_, k) => block * classes + k),
    ).flat(),
  );
}

function chosen(dataset: ImageDataset, indices: readonly number[]): ImageDataset {
  return {
    ...dataset,
    images: pick(dataset.images, indices),
    labels: Uint8Array.from(indices, (index) => dataset.labels[index]!),
  };
}
