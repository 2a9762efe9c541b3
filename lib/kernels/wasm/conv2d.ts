/** Convolution [n, h, w, ci] with [kh, kw, ci, co] -> [n, oh, ow, co], alone or with bias and activation in the same pass. */
import type * as tf from "@tensorflow/tfjs-core";
import {type ConvolutionAttributes, shapeOf} from "../convolution-shape.js";
import {biasOf, type FusedAttributes, useActivation} from "./epilogue.js";
import type {Heap} from "./heap.js";
import {areFloats, isEmpty, pictureBytes, productsOf, wasmKernel} from "./wasm-kernel.js";
import {wildPictures, winogradOf} from "./winograd.js";

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
  const {x, filter} = inputs;
  if (attributes.dataFormat === "NCHW" || !areFloats(x, filter)) return undefined;
  const info = shapeOf(x.shape, filter.shape, attributes);
  const bias = biasOf(heap, inputs.bias, info.outChannels);
  const finish = useActivation(heap, attributes, inputs.preluActivationWeights);
  if (bias === undefined || !finish) return undefined;
  const y = heap.output(info.outShape);
  if (isEmpty(y)) return y;
  const pictures = winogradOf(info);
  const wild = pictures ? wildPictures(heap, x, filter) : "all";
  if (pictures && wild !== "all") filterMinimally(heap, info, pictures, {x, filter, bias}, y);
  if (wild === "all") convolveDirectly(heap, info, {x, filter, bias}, y, 0, info.batchSize);
  else for (const picture of wild) convolveDirectly(heap, info, {x, filter, bias}, y, picture, 1);
  return finish(y);
}

interface Operands {
  readonly x: tf.TensorInfo;
  readonly filter: tf.TensorInfo;
  /** Where it lies; 0 if there is none. */
  readonly bias: number;
}

function filterMinimally(
  heap: Heap,
  info: tf.backend_util.Conv2DInfo,
  pictures: number,
  {x, filter, bias}: Operands,
  y: tf.TensorInfo,
): void {
  heap.inParts("winograd", productsOf(info), info.batchSize, ({first, count}) => [
    heap.at(x) + first * pictureBytes(x),
    count,
    info.inHeight,
    info.inWidth,
    info.inChannels,
    heap.at(filter),
    info.filterHeight,
    info.outChannels,
    info.strideHeight,
    info.padInfo.top,
    info.padInfo.left,
    bias,
    heap.at(y) + first * pictureBytes(y),
    info.outHeight,
    info.outWidth,
    pictures,
  ]);
}

/** `pictures` of them from number `begin` on. */
function convolveDirectly(
  heap: Heap,
  info: tf.backend_util.Conv2DInfo,
  {x, filter, bias}: Operands,
  y: tf.TensorInfo,
  begin: number,
  pictures: number,
): void {
  heap.inParts("convolve", productsOf(info), pictures, ({first, count}) => [
    heap.at(x) + (begin + first) * pictureBytes(x),
    count,
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
    bias,
    heap.at(y) + (begin + first) * pictureBytes(y),
    info.outHeight,
    info.outWidth,
  ]);
}
