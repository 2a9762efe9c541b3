/**
 * Gradient of a convolution with respect to its input, which is also the transposed convolution:
 * dy [n, oh, ow, co] with [kh, kw, ci, co] -> [n, h, w, ci].
 */
import type * as tf from "@tensorflow/tfjs-core";
import {type ConvolutionAttributes, shapeOf, upTo} from "../convolution-shape.js";
import {useActivation} from "./epilogue.js";
import {areFloats, wasmKernel} from "./wasm-kernel.js";
import {winogradOf} from "./winograd.js";

interface Inputs {
  readonly dy: tf.TensorInfo;
  readonly filter: tf.TensorInfo;
}

type Attributes = ConvolutionAttributes & {readonly inputShape: number[]};

/** With so many channels at most, the lanes of a vector are better filled with taps. */
const few = 3;

export const conv2dBackpropInput = wasmKernel<Inputs, Attributes>(
  "Conv2DBackpropInput",
  (heap, {inputs: {dy, filter}, attrs}) => {
    if (attrs.dataFormat === "NCHW" || !areFloats(dy, filter)) return undefined;
    useActivation(heap, {});
    const info = shapeOf(attrs.inputShape, filter.shape, attrs);
    const dx = heap.output(info.inShape);
    const plan = winogradOf(info);
    if (plan) {
      heap.run.winogradInputGradient(
        heap.at(dy),
        info.batchSize,
        info.outHeight,
        info.outWidth,
        info.outChannels,
        heap.at(filter),
        info.filterHeight,
        info.inChannels,
        info.strideHeight,
        info.padInfo.top,
        info.padInfo.left,
        heap.at(dx),
        info.inHeight,
        info.inWidth,
        plan.pictures,
        heap.scratch(plan.scratchBytes),
      );
      return dx;
    }
    const hasFewChannels = info.inChannels <= few;
    const scratch = heap.scratch(hasFewChannels ? fewScratchBytes(info) : scratchBytes(info));
    const run = hasFewChannels ? heap.run.convolveInputGradientFew : heap.run.convolveInputGradient;
    run(
      heap.at(dy),
      info.batchSize,
      info.outHeight,
      info.outWidth,
      info.outChannels,
      heap.at(filter),
      info.filterHeight,
      info.filterWidth,
      info.inChannels,
      info.strideHeight,
      info.strideWidth,
      info.padInfo.top,
      info.padInfo.left,
      heap.at(dx),
      info.inHeight,
      info.inWidth,
      scratch,
    );
    return dx;
  },
);

/** Zeros, weights, tables and one padded dy: see assembly/convolution.ts. */
function scratchBytes(info: tf.backend_util.Conv2DInfo): number {
  const {strideHeight: sh, strideWidth: sw, padInfo} = info;
  const columns = upTo(info.inChannels, 8);
  const taps = info.filterHeight * info.filterWidth * info.outChannels;
  const tables = 2 * (info.inHeight * info.inWidth + 4 * sh * sw);
  const side = (out: number, size: number, before: number, stride: number, filter: number) =>
    Math.max(out, Math.floor((size + before) / stride) + 1) + Math.ceil(filter / stride);
  const rows = side(info.outHeight, info.inHeight, padInfo.top, sh, info.filterHeight);
  const across = side(info.outWidth, info.inWidth, padInfo.left, sw, info.filterWidth);
  return 4 * (columns + taps * columns + tables + rows * across * info.outChannels) + 64;
}

/** Zeros, weights, shares and one whole dx: see assembly/few-channels.ts. */
function fewScratchBytes(info: tf.backend_util.Conv2DInfo): number {
  const taps = info.filterHeight * info.filterWidth * info.inChannels;
  const columns = upTo(taps, 8);
  const rows = (info.outHeight - 1) * info.strideHeight + info.filterHeight;
  const across = (info.outWidth - 1) * info.strideWidth + info.filterWidth;
  const shares = info.outHeight * info.outWidth * taps;
  return 4 * (columns * (info.outChannels + 1) + shares + rows * across * info.inChannels) + 64;
}
