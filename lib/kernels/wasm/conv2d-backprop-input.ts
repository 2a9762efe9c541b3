/**
 * Gradient of a convolution with respect to its input, which is also the transposed convolution:
 * dy [n, oh, ow, co] with [kh, kw, ci, co] -> [n, h, w, ci].
 */
import type * as tf from "@tensorflow/tfjs-core";
import {
  type ConvolutionAttributes,
  knownShapeOfGradient,
  type RoundingMode,
  shapeOf,
  shapeOfGradient,
} from "../convolution-shape.js";
import {useActivation} from "./epilogue.js";
import type {Heap} from "./heap.js";
import {areFloats, cleared, isEmpty, pictureBytes, productsOf, wasmKernel} from "./wasm-kernel.js";
import {wildPictures, winogradOf} from "./winograd.js";

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
    const asked = [
      dy,
      attrs.dimRoundingMode,
      (mode: RoundingMode) =>
        shapeOf(attrs.inputShape, filter.shape, {...attrs, dimRoundingMode: mode}),
    ] as const;
    if (!shapeOfGradient(...asked) && holds(dy, asked[2](attrs.dimRoundingMode))) return undefined;
    const info = knownShapeOfGradient("Conv2DBackpropInput", ...asked);
    const dx = heap.output(info.inShape);
    if (isEmpty(dx) || isEmpty(dy) || isEmpty(filter)) return cleared(heap, dx);
    const pictures = winogradOf(info);
    const wild = pictures ? wildPictures(heap, dy, filter) : "all";
    if (pictures && wild !== "all") filterMinimally(heap, info, pictures, {dy, filter}, dx);
    if (wild === "all") convolveDirectly(heap, info, {dy, filter}, dx, 0, info.batchSize);
    else for (const picture of wild) convolveDirectly(heap, info, {dy, filter}, dx, picture, 1);
    return dx;
  },
);

/** Whether `dy` is larger than the result should be. TF.js's kernel then reads the part that it needs. */
function holds({shape}: tf.TensorInfo, {outShape}: tf.backend_util.Conv2DInfo): boolean {
  const [n, h, w, channels] = outShape;
  return shape[0] === n && shape[1]! >= h && shape[2]! >= w && shape[3] === channels;
}

function filterMinimally(
  heap: Heap,
  info: tf.backend_util.Conv2DInfo,
  pictures: number,
  {dy, filter}: Inputs,
  dx: tf.TensorInfo,
): void {
  heap.inParts("winogradInputGradient", productsOf(info), info.batchSize, ({first, count}) => [
    heap.at(dy) + first * pictureBytes(dy),
    count,
    info.outHeight,
    info.outWidth,
    info.outChannels,
    heap.at(filter),
    info.filterHeight,
    info.inChannels,
    info.strideHeight,
    info.padInfo.top,
    info.padInfo.left,
    heap.at(dx) + first * pictureBytes(dx),
    info.inHeight,
    info.inWidth,
    pictures,
  ]);
}

/** `pictures` of them from number `begin` on. */
function convolveDirectly(
  heap: Heap,
  info: tf.backend_util.Conv2DInfo,
  {dy, filter}: Inputs,
  dx: tf.TensorInfo,
  begin: number,
  pictures: number,
): void {
  const run = info.inChannels <= few ? "convolveInputGradientFew" : "convolveInputGradient";
  heap.inParts(run, productsOf(info), pictures, ({first, count}) => [
    heap.at(dy) + (begin + first) * pictureBytes(dy),
    count,
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
    heap.at(dx) + (begin + first) * pictureBytes(dx),
    info.inHeight,
    info.inWidth,
  ]);
}
