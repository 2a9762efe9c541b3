/** Gradients of pooling, dy [n, oh, ow, c] -> dx [n, h, w, c]. Forward, TF.js is fast. */
import * as tf from "@tensorflow/tfjs-core";
import {areFloats, wasmKernel} from "./wasm-kernel.js";

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
    const info = windowsOf(input.shape, attrs);
    const dx = heap.output(info.inShape);
    heap.run.maxPoolGradient(
      heap.at(dy),
      heap.at(input),
      ...sizesOf(info),
      heap.at(dx),
      heap.scratch(8 * framedLength(info)),
    );
    return dx;
  },
);

export const avgPoolGrad = wasmKernel<{dy: tf.TensorInfo; input: tf.TensorInfo}, Attributes>(
  "AvgPoolGrad",
  (heap, {inputs: {dy, input}, attrs}) => {
    if (!areFloats(dy)) return undefined;
    const info = windowsOf(input.shape, attrs);
    const dx = heap.output(info.inShape);
    heap.run.averagePoolGradient(
      heap.at(dy),
      ...sizesOf(info),
      heap.at(dx),
      heap.scratch(4 * (framedLength(info) + info.inChannels)),
    );
    return dx;
  },
);

/** As TF.js's gradients have it, without dilation. */
function windowsOf(
  shape: readonly number[],
  {filterSize, strides, pad, dimRoundingMode}: Attributes,
): tf.backend_util.Conv2DInfo {
  const x = shape as [number, number, number, number];
  return tf.backend_util.computePool2DInfo(x, filterSize, strides, 1, pad, dimRoundingMode);
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

/** Values of a picture with its border: see assembly/frame.ts. */
function framedLength(info: tf.backend_util.Conv2DInfo): number {
  const rows = (info.outHeight - 1) * info.strideHeight + info.filterHeight;
  const columns = (info.outWidth - 1) * info.strideWidth + info.filterWidth;
  return rows * columns * info.inChannels;
}
