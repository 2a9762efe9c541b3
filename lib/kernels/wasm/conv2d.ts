/** Convolution [n, h, w, ci] with [kh, kw, ci, co] -> [n, oh, ow, co], alone or with bias and activation in the same pass. */
import type * as tf from "@tensorflow/tfjs-core";
import {type ConvolutionAttributes, shapeOf, upTo} from "../convolution-shape.js";
import {type FusedAttributes, useActivation} from "./epilogue.js";
import type {Heap} from "./heap.js";
import {areFloats, wasmKernel} from "./wasm-kernel.js";
import {type Winograd, winogradOf} from "./winograd.js";

interface Inputs {
  readonly x: tf.TensorInfo;
  readonly filter: tf.TensorInfo;
  readonly bias?: tf.TensorInfo;
  readonly preluActivationWeights?: tf.TensorInfo;
}

export const conv2d = wasmKernel<Inputs, ConvolutionAttributes>("Conv2D", (heap, {inputs, attrs}) =>
  convolve(heap, inputs, attrs),
);

export const fusedConv2d = wasmKernel<Inputs, ConvolutionAttributes & FusedAttributes>(
  "FusedConv2D",
  (heap, {inputs, attrs}) => convolve(heap, inputs, attrs),
);

function convolve(
  heap: Heap,
  inputs: Inputs,
  attributes: ConvolutionAttributes & FusedAttributes,
): tf.TensorInfo | undefined {
  const {x, filter, bias} = inputs;
  if (attributes.dataFormat === "NCHW" || !areFloats(x, filter)) return undefined;
  if (bias && bias.shape.length !== 1) return undefined;
  if (!useActivation(heap, attributes)) return undefined;
  const info = shapeOf(x.shape, filter.shape, attributes);
  const y = heap.output(info.outShape);
  const plan = winogradOf(info);
  if (plan) filterMinimally(heap, info, plan, inputs, y);
  else convolveDirectly(heap, info, inputs, y);
  return y;
}

function filterMinimally(
  heap: Heap,
  info: tf.backend_util.Conv2DInfo,
  {pictures, scratchBytes}: Winograd,
  {x, filter, bias}: Inputs,
  y: tf.TensorInfo,
): void {
  heap.run.winograd(
    heap.at(x),
    info.batchSize,
    info.inHeight,
    info.inWidth,
    info.inChannels,
    heap.at(filter),
    info.filterHeight,
    info.outChannels,
    info.strideHeight,
    info.padInfo.top,
    info.padInfo.left,
    bias ? heap.at(bias) : 0,
    heap.at(y),
    info.outHeight,
    info.outWidth,
    pictures,
    heap.scratch(scratchBytes),
  );
}

function convolveDirectly(
  heap: Heap,
  info: tf.backend_util.Conv2DInfo,
  {x, filter, bias}: Inputs,
  y: tf.TensorInfo,
): void {
  const scratch = heap.scratch(scratchBytes(info));
  heap.run.convolve(
    heap.at(x),
    info.batchSize,
    info.inHeight,
    info.inWidth,
    info.inChannels,
    heap.at(filter),
    info.filterHeight,
    info.filterWidth,
    info.outChannels,
    info.strideHeight,
    info.strideWidth,
    info.dilationHeight,
    info.dilationWidth,
    info.padInfo.top,
    info.padInfo.left,
    bias ? heap.at(bias) : 0,
    heap.at(y),
    info.outHeight,
    info.outWidth,
    scratch,
  );
}

/** Bias, weights, table and one padded picture: see assembly/convolution.ts. */
function scratchBytes(info: tf.backend_util.Conv2DInfo): number {
  const columns = upTo(info.outChannels, 8);
  const taps = info.filterHeight * info.filterWidth * info.inChannels;
  const rows = (info.outHeight - 1) * info.strideHeight + info.effectiveFilterHeight;
  const across = (info.outWidth - 1) * info.strideWidth + info.effectiveFilterWidth;
  const table = 2 * upTo(info.outHeight * info.outWidth, 4);
  return 4 * (columns + taps * columns + table + rows * across * info.inChannels) + 64;
}
