/** Endless batches of pictures with their labels. */
import type {NdArray} from "../array.js";
import type {ImageDataset} from "../datasets/dataset.js";
import {type ByteImages, imageSize} from "../image.js";
import {Random} from "../random.js";
import {type BatchSource, indexBatches, type Samples} from "./batches.js";

export interface LabelledOptions {
  readonly batchSize: number;
  /** Each picture is moved by up to this many pixels, down or up and to either side, anew whenever it is taken. */
  readonly shift: number;
}

/** `x` [B, h, w, c] and `label` [B]. */
export type LabelledSamples = Samples & {readonly label: NdArray<Int32Array>};

/** Batches in the order of `indexBatches`: every picture once per epoch. */
export function labelledBatches(
  {images, labels}: ImageDataset,
  {batchSize, shift}: LabelledOptions,
  random: Random,
): BatchSource<LabelledSamples> {
  const [, h, w, c] = images.shape;
  const size = imageSize(images.shape);
  const indices = indexBatches(labels.length, batchSize, random);
  const next = () => {
    // The chance of a batch follows from its place, so that the place is all that a checkpoint has to keep.
    const place = indices.state();
    const chance = Random.from(place.random).fork(`shifts ${place.position}`);
    const data = new Float32Array(batchSize * size).fill(-1);
    const label = new Int32Array(batchSize);
    indices.next().forEach((index, i) => {
      const picture = data.subarray(i * size, (i + 1) * size);
      const [down, right] = [chance.integer(2 * shift + 1), chance.integer(2 * shift + 1)];
      copyShifted(images, index, picture, down - shift, right - shift);
      label[i] = labels[index]!;
    });
    return {
      x: {data, shape: [batchSize, h, w, c]},
      label: {data: label, shape: [batchSize]},
    };
  };
  return {...indices, next};
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
