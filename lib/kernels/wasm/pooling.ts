/**
 * The largest values of windows, x [n, h, w, c] -> y [n, oh, ow, c], and the gradients of pooling, dy -> dx, of those shapes. Averages are TF.js's.
 * Its own maximum is minus infinity where the first value of a window is NaN, though others are passed over, and it does not end where windows do not fit.
 */
import * as tf from "@tensorflow/tfjs-core";
import {hasKnownPadding} from "../composed/pool2d.js";
import {checked, shapeOfGradient} from "../convolution-shape.js";
import {passWork} from "./by-value.js";
import type {Heap} from "./heap.js";
import {areFloats, cleared, isEmpty, wasmKernel} from "./wasm-kernel.js";

interface Attributes {
  readonly filterSize: [number, number] | number;
  readonly strides: [number, number] | number;
  readonly pad: "valid" | "same" | number | tf.backend_util.ExplicitPadding;
  readonly dimRoundingMode?: "floor" | "round" | "ceil";
}

/** What a value of x costs in a gradient, in products (heap.ts). */
const gradientWork = 15;

export const maxPool = wasmKernel<{x: tf.TensorInfo}, Attributes>(
  "MaxPool",
  (heap, {inputs: {x}, attrs}) => {
    if (!areFloats(x) || !hasKnownPadding(attrs)) return undefined;
    const info = windowsOf(x, attrs, attrs.dimRoundingMode);
    const y = heap.output(info.outShape);
    if (isEmpty(y)) return y;
    const all = layoutOf(info);
    heap.inParts("maxPool", passWork * all.size, info.batchSize, ({first, count}) => [
      ...([heap.at(x) + first * all.bytes, count, ...all.windows] as const),
      heap.at(y) + first * all.outBytes,
    ]);
    return y;
  },
);

export const maxPoolGrad = wasmKernel<{dy: tf.TensorInfo; input: tf.TensorInfo}, Attributes>(
  "MaxPoolGrad",
  (heap, {inputs: {dy, input}, attrs}) => {
    if (!areFloats(dy, input)) return undefined;
    const info = windowsBehind(dy, input, attrs);
    const dx = heap.output(input.shape);
    if (!info) return unknown(heap, dx);
    if (isEmpty(dx) || isEmpty(dy)) return cleared(heap, dx);
    const all = layoutOf(info);
    heap.inParts("maxPoolGradient", gradientWork * all.size, info.batchSize, ({first, count}) => [
      ...([heap.at(dy) + first * all.outBytes, heap.at(input) + first * all.bytes] as const),
      ...([count, ...all.windows, heap.at(dx) + first * all.bytes] as const),
    ]);
    return dx;
  },
);

export const avgPoolGrad = wasmKernel<{dy: tf.TensorInfo; input: tf.TensorInfo}, Attributes>(
  "AvgPoolGrad",
  (heap, {inputs: {dy, input}, attrs}) => {
    if (!areFloats(dy)) return undefined;
    const info = windowsBehind(dy, input, attrs);
    const dx = heap.output(input.shape);
    if (!info) return unknown(heap, dx);
    if (isEmpty(dx) || isEmpty(dy)) return cleared(heap, dx);
    const all = layoutOf(info);
    heap.inParts("averagePoolGradient", gradientWork * all.size, info.batchSize, (part) => [
      ...([heap.at(dy) + part.first * all.outBytes, part.count, ...all.windows] as const),
      heap.at(dx) + part.first * all.bytes,
    ]);
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
function windowsBehind(
  dy: tf.TensorInfo,
  input: tf.TensorInfo,
  attrs: Attributes,
): tf.backend_util.Conv2DInfo | undefined {
  return shapeOfGradient(dy, attrs.dimRoundingMode, (mode) => windowsOf(input, attrs, mode));
}

function windowsOf(
  {shape}: tf.TensorInfo,
  {filterSize, strides, pad}: Attributes,
  mode: Attributes["dimRoundingMode"],
): tf.backend_util.Conv2DInfo {
  const x = shape as [number, number, number, number];
  return checked(tf.backend_util.computePool2DInfo(x, filterSize, strides, 1, pad, mode));
}

/** Values of x, bytes of a picture of it and of the result, and all sizes behind that of the batch as the compiled code takes them. */
function layoutOf(info: tf.backend_util.Conv2DInfo) {
  const {inHeight, inWidth, inChannels, outHeight, outWidth} = info;
  const values = inHeight * inWidth * inChannels;
  const windows = [
    inHeight,
    inWidth,
    inChannels,
    info.filterHeight,
    info.filterWidth,
    info.strideHeight,
    info.strideWidth,
    info.padInfo.top,
    info.padInfo.left,
    outHeight,
    outWidth,
  ] as const;
  const outBytes = 4 * outHeight * outWidth * inChannels;
  return {size: info.batchSize * values, bytes: 4 * values, outBytes, windows};
}
