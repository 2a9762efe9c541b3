/** Endless batches of pictures with their labels, in one array so that they travel as one tensor. */
import type {ImageDataset} from "../datasets/dataset.js";
import {type ByteImages, imageSize} from "../image.js";
import {Random} from "../random.js";
import {type ArrayBatches, indexBatches} from "./batches.js";

export interface LabelledOptions {
  readonly batchSize: number;
  /** Each picture is moved by up to this many pixels, down or up and to either side, anew whenever it is taken. */
  readonly shift: number;
}

/**
 * Batches [B, h · w · c + 1]: a row is a picture's pixels in [-1, 1] and then its label. In the order of `indexBatches`:
 * every picture once per epoch.
 */
export function labelledBatches(
  {images, labels}: ImageDataset,
  {batchSize, shift}: LabelledOptions,
  random: Random,
): ArrayBatches {
  const size = imageSize(images.shape);
  const indices = indexBatches(labels.length, batchSize, random);
  const next = () => {
    // The chance of a batch follows from its place, so that the place is all that a checkpoint has to keep.
    const place = indices.state();
    const chance = Random.from(place.random).fork(`shifts ${place.position}`);
    const batch = new Float32Array(batchSize * (size + 1)).fill(-1);
    indices.next().forEach((index, i) => {
      const row = batch.subarray(i * (size + 1), (i + 1) * (size + 1));
      const [down, right] = [chance.integer(2 * shift + 1), chance.integer(2 * shift + 1)];
      copyShifted(images, index, row, down - shift, right - shift);
      row[size] = labels[index]!;
    });
    return batch;
  };
  return {...indices, next, shape: [batchSize, size + 1]};
}

/** Copies picture `index` into `target` [h · w · c], which is black (-1), moved; what leaves the picture is lost. */
function copyShifted(
  {data, shape: [, h, w, c]}: ByteImages,
  index: number,
  target: Float32Array,
  down: number,
  right: number,
): void {
  const columns = w - Math.abs(right);
  for (let row = Math.max(0, down); row < Math.min(h, h + down); row++) {
    const from = ((index * h + row - down) * w + Math.max(0, -right)) * c;
    const to = (row * w + Math.max(0, right)) * c;
    for (let i = 0; i < columns * c; i++) target[to + i] = data[from + i]! / 127.5 - 1;
  }
}
