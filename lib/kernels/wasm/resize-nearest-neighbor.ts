/** Pictures in another size by the nearest pixel, [n, h, w, c] -> [n, oh, ow, c], as upsampling layers do it, with gradient. */
import * as tf from "@tensorflow/tfjs-core";
import type {Heap} from "./heap.js";
import {areFloats, isEmpty, wasmKernel} from "./wasm-kernel.js";

interface Attributes {
  readonly alignCorners: boolean;
  readonly halfPixelCenters: boolean;
}

type Shape4D = readonly [n: number, h: number, w: number, c: number];

export const resizeNearestNeighbor = wasmKernel<
  {images: tf.TensorInfo},
  Attributes & {size: readonly [number, number]}
>("ResizeNearestNeighbor", (heap, {inputs: {images}, attrs}) => {
  if (!areFloats(images)) return undefined;
  const [n, h, w, c] = images.shape as unknown as Shape4D;
  const [oh, ow] = attrs.size;
  const y = heap.output([n, oh, ow, c]);
  if (isEmpty(y)) return y;
  if (isEmpty(images)) {
    // As on TF.js's cpu back end.
    heap.run.fillValues(heap.at(y), tf.util.sizeFromShape(y.shape), Number.NaN);
    return y;
  }
  const [rows, columns] = maps(heap, [h, w], attrs.size, attrs);
  heap.run.resizeNearest(heap.at(images), n, h, w, c, rows, oh, columns, ow, heap.at(y));
  return y;
});

export const resizeNearestNeighborGrad = wasmKernel<
  {images: tf.TensorInfo; dy: tf.TensorInfo},
  Attributes
>("ResizeNearestNeighborGrad", (heap, {inputs: {images, dy}, attrs}) => {
  if (!areFloats(dy)) return undefined;
  const [n, h, w, c] = images.shape as unknown as Shape4D;
  const [, oh, ow] = dy.shape as unknown as Shape4D;
  const dx = heap.output(images.shape);
  if (isEmpty(dx)) return dx;
  const [rows, columns] = maps(heap, [h, w], [oh, ow], attrs);
  heap.run.resizeNearestGradient(heap.at(dy), n, h, w, c, rows, oh, columns, ow, heap.at(dx));
  return dx;
});

/** Where the two tables lie that say which pixel each one is. */
function maps(
  heap: Heap,
  [h, w]: readonly [number, number],
  [oh, ow]: readonly [number, number],
  attributes: Attributes,
): readonly [rows: number, columns: number] {
  const scratch = heap.scratch(4 * (oh + ow));
  heap.writeInts(scratch, [...sources(h, oh, attributes), ...sources(w, ow, attributes)]);
  return [scratch, scratch + 4 * oh];
}

/** Of each of `output` places, the nearest of `input`, by the rules of TF.js's cpu back end. */
function sources(
  input: number,
  output: number,
  {alignCorners, halfPixelCenters}: Attributes,
): readonly number[] {
  const isAligned = alignCorners && output > 1;
  const ratio = isAligned ? (input - 1) / (output - 1) : input / output;
  return Array.from({length: output}, (_, i) => {
    const place = ratio * (halfPixelCenters ? i + 0.5 : i);
    return Math.max(0, Math.min(input - 1, alignCorners ? Math.round(place) : Math.floor(place)));
  });
}
