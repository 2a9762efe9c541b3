/** Gradients of pooling, dy [n, oh, ow, c] -> dx [n, h, w, c]. Forward, TF.js is fast. */
import * as tf from "@tensorflow/tfjs-core";
import {checked, shapeOfGradient} from "../convolution-shape.js";
import type {Heap} from "./heap.js";
import {areFloats, cleared, isEmpty, wasmKernel} from "./wasm-kernel.js";

interface Attributes {
  readonly filterSize: [number, number] | number;
  readonly strides: [number, number] | number;
  readonly pad: "valid" | "same" | number | tf.backend_util.ExplicitPadding;
  readonly dimRoundingMode?: "floor" | "round" | "ceil";
}

export const maxPoolGrad = wasmKernel<{dy: tf.TensorInfo; input: tf.TensorInfo}, Attributes>(
  "MaxPoolGrad",
  (heap, {inputs: {dy, input}, attrs}) => {
    if (!areFloats(dy, input)) return undefined;
    const info = windowsOf(dy, input, attrs);
    const dx = heap.output(input.shape);
    if (!info) return unknown(heap, dx);
    if (isEmpty(dx) || isEmpty(dy)) return cleared(heap, dx);
    heap.run.maxPoolGradient(heap.at(dy), heap.at(input), ...sizesOf(info), heap.at(dx));
    return dx;
  },
);

export const avgPoolGrad = wasmKernel<{dy: tf.TensorInfo; input: tf.TensorInfo}, Attributes>(
  "AvgPoolGrad",
  (heap, {inputs: {dy, input}, attrs}) => {
    if (!areFloats(dy)) return undefined;
    const info = windowsOf(dy, input, attrs);
    const dx = heap.output(input.shape);
    if (!info) return unknown(heap, dx);
    if (isEmpty(dx) || isEmpty(dy)) return cleared(heap, dx);
    heap.run.averagePoolGradient(heap.at(dy), ...sizesOf(info), heap.at(dx));
    return dx;
  },
);

/**
 * For a dy that is not of the result's shape. TF.js says so itself as soon as it has a gradient, and forgets tensors where there is none.
 */
function unknown(heap: Heap, dx: tf.TensorInfo): tf.TensorInfo {
  heap.run.fillValues(heap.at(dx), tf.util.sizeFromShape(dx.shape), Number.NaN);
  return dx;
}

/** As TF.js's gradients have it, without dilation. */
function windowsOf(
  dy: tf.TensorInfo,
  input: tf.TensorInfo,
  {filterSize, strides, pad, dimRoundingMode}: Attributes,
): tf.backend_util.Conv2DInfo | undefined {
  const x = input.shape as [number, number, number, number];
  return shapeOfGradient(dy, dimRoundingMode, (mode) =>
    checked(tf.backend_util.computePool2DInfo(x, filterSize, strides, 1, pad, mode)),
  );
}

function sizesOf(info: tf.backend_util.Conv2DInfo) {
  return [
    info.batchSize,
    info.inHeight,
    info.inWidth,
    info.inChannels,
    info.filterHeight,
    info.filterWidth,
    info.strideHeight,
    info.strideWidth,
    info.padInfo.top,
    info.padInfo.left,
    info.outHeight,
    info.outWidth,
  ] as const;
}
