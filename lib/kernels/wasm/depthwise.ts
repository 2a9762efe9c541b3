/** Depthwise convolution, x [n, h, w, c] with W [kh, kw, c, m] -> y [n, oh, ow, c m], and its gradients. */
import * as tf from "@tensorflow/tfjs-core";
import {type ConvolutionAttributes, checked, knownShapeOfGradient} from "../convolution-shape.js";
import {areFloats, cleared, isEmpty, wasmKernel} from "./wasm-kernel.js";

type Info = tf.backend_util.Conv2DInfo;
type Shape4D = [number, number, number, number];

export const depthwiseConv2d = wasmKernel<
  {x: tf.TensorInfo; filter: tf.TensorInfo},
  ConvolutionAttributes
>("DepthwiseConv2dNative", (heap, {inputs: {x, filter}, attrs}) => {
  if (attrs.dataFormat === "NCHW" || !areFloats(x, filter)) return undefined;
  const info = shapeOf(x.shape, filter.shape, attrs);
  const y = heap.output(info.outShape);
  if (isEmpty(y) || isEmpty(filter)) return cleared(heap, y);
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
  );
  return y;
});

export const depthwiseConv2dBackpropInput = wasmKernel<
  {dy: tf.TensorInfo; filter: tf.TensorInfo},
  ConvolutionAttributes & {inputShape: number[]}
>("DepthwiseConv2dNativeBackpropInput", (heap, {inputs: {dy, filter}, attrs}) => {
  if (!areFloats(dy, filter)) return undefined;
  const name = "DepthwiseConv2dNativeBackpropInput";
  const info = knownShapeOfGradient(name, dy, attrs.dimRoundingMode, (mode) =>
    shapeOf(attrs.inputShape, filter.shape, {...attrs, dimRoundingMode: mode}),
  );
  const dx = heap.output(info.inShape);
  if (isEmpty(dx) || isEmpty(dy) || isEmpty(filter)) return cleared(heap, dx);
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
  );
  return dx;
});

export const depthwiseConv2dBackpropFilter = wasmKernel<
  {x: tf.TensorInfo; dy: tf.TensorInfo},
  ConvolutionAttributes & {filterShape: number[]}
>("DepthwiseConv2dNativeBackpropFilter", (heap, {inputs: {x, dy}, attrs}) => {
  if (!areFloats(x, dy)) return undefined;
  const name = "DepthwiseConv2dNativeBackpropFilter";
  const info = knownShapeOfGradient(name, dy, attrs.dimRoundingMode, (mode) =>
    shapeOf(x.shape, attrs.filterShape, {...attrs, dimRoundingMode: mode}),
  );
  const dFilter = heap.output(attrs.filterShape);
  if (isEmpty(dFilter) || isEmpty(x) || isEmpty(dy)) return cleared(heap, dFilter);
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
  return checked(
    tf.backend_util.computeConv2DInfo(
      x as Shape4D,
      filter as Shape4D,
      strides,
      dilations ?? 1,
      pad,
      dimRoundingMode,
      true,
    ),
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
