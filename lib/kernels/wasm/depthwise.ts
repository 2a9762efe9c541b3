/** Depthwise convolution, x [n, h, w, c] with W [kh, kw, c, m] -> y [n, oh, ow, c m], and its gradients. */
import * as tf from "@tensorflow/tfjs-core";
import type {ConvolutionAttributes} from "../convolution-shape.js";
import type {Heap} from "./heap.js";
import {areFloats, wasmKernel} from "./wasm-kernel.js";

type Info = tf.backend_util.Conv2DInfo;
type Shape4D = [number, number, number, number];

export const depthwiseConv2d = wasmKernel<
  {x: tf.TensorInfo; filter: tf.TensorInfo},
  ConvolutionAttributes
>("DepthwiseConv2dNative", (heap, {inputs: {x, filter}, attrs}) => {
  if (!areFloats(x, filter)) return undefined;
  const info = shapeOf(x.shape, filter.shape, attrs);
  const y = heap.output(info.outShape);
  heap.run.depthwise(
    heap.at(x),
    info.batchSize,
    info.inHeight,
    info.inWidth,
    info.inChannels,
    heap.at(filter),
    info.filterHeight,
    info.filterWidth,
    info.outChannels / info.inChannels,
    ...stepsOf(info),
    heap.at(y),
    info.outHeight,
    info.outWidth,
    scratch(heap, info),
  );
  return y;
});

export const depthwiseConv2dBackpropInput = wasmKernel<
  {dy: tf.TensorInfo; filter: tf.TensorInfo},
  ConvolutionAttributes & {inputShape: number[]}
>("DepthwiseConv2dNativeBackpropInput", (heap, {inputs: {dy, filter}, attrs}) => {
  if (!areFloats(dy, filter)) return undefined;
  const info = shapeOf(attrs.inputShape, filter.shape, attrs);
  const dx = heap.output(info.inShape);
  heap.run.depthwiseInputGradient(
    heap.at(dy),
    info.batchSize,
    info.outHeight,
    info.outWidth,
    heap.at(filter),
    info.filterHeight,
    info.filterWidth,
    info.inChannels,
    info.outChannels / info.inChannels,
    ...stepsOf(info),
    heap.at(dx),
    info.inHeight,
    info.inWidth,
    scratch(heap, info),
  );
  return dx;
});

export const depthwiseConv2dBackpropFilter = wasmKernel<
  {x: tf.TensorInfo; dy: tf.TensorInfo},
  ConvolutionAttributes & {filterShape: number[]}
>("DepthwiseConv2dNativeBackpropFilter", (heap, {inputs: {x, dy}, attrs}) => {
  if (!areFloats(x, dy)) return undefined;
  const info = shapeOf(x.shape, attrs.filterShape, attrs);
  const dFilter = heap.output(attrs.filterShape);
  heap.run.depthwiseFilterGradient(
    heap.at(x),
    info.batchSize,
    info.inHeight,
    info.inWidth,
    info.inChannels,
    info.outChannels / info.inChannels,
    heap.at(dy),
    info.outHeight,
    info.outWidth,
    info.filterHeight,
    info.filterWidth,
    ...stepsOf(info),
    heap.at(dFilter),
    scratch(heap, info),
  );
  return dFilter;
});

function shapeOf(
  x: readonly number[],
  filter: readonly number[],
  {strides, pad, dilations, dimRoundingMode}: ConvolutionAttributes,
): Info {
  tf.util.assert(
    tf.backend_util.eitherStridesOrDilationsAreOne(strides, dilations ?? 1),
    () =>
      `Error in depthwiseConv2d: Either strides or dilations must be 1. Got strides ${strides} and dilations '${dilations}'`,
  );
  return tf.backend_util.computeConv2DInfo(
    x as Shape4D,
    filter as Shape4D,
    strides,
    dilations ?? 1,
    pad,
    dimRoundingMode,
    true,
  );
}

function stepsOf(info: Info) {
  return [
    info.strideHeight,
    info.strideWidth,
    info.dilationHeight,
    info.dilationWidth,
    info.padInfo.top,
    info.padInfo.left,
  ] as const;
}

/** A picture with its border and one without: see assembly/depthwise.ts. */
function scratch(heap: Heap, info: Info): number {
  const rows = (info.outHeight - 1) * info.strideHeight + info.effectiveFilterHeight;
  const columns = (info.outWidth - 1) * info.strideWidth + info.effectiveFilterWidth;
  const pixels = rows * columns + info.inHeight * info.inWidth;
  return heap.scratch(4 * pixels * info.outChannels);
}
