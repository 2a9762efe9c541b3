/** Gradient of a convolution with respect to its filter: x [n, h, w, ci], dy [n, oh, ow, co] -> [kh, kw, ci, co]. */
import type * as tf from "@tensorflow/tfjs-core";
import {type ConvolutionAttributes, shapeOf, upTo} from "../convolution-shape.js";
import {areFloats, wasmKernel} from "./wasm-kernel.js";
import {winogradOf} from "./winograd.js";

interface Inputs {
  readonly x: tf.TensorInfo;
  readonly dy: tf.TensorInfo;
}

type Attributes = ConvolutionAttributes & {readonly filterShape: number[]};

export const conv2dBackpropFilter = wasmKernel<Inputs, Attributes>(
  "Conv2DBackpropFilter",
  (heap, {inputs: {x, dy}, attrs}) => {
    if (attrs.dataFormat === "NCHW" || !areFloats(x, dy)) return undefined;
    const info = shapeOf(x.shape, attrs.filterShape, attrs);
    const dw = heap.output(attrs.filterShape);
    const plan = winogradOf(info);
    if (plan) {
      heap.run.winogradFilterGradient(
        heap.at(x),
        info.batchSize,
        info.inHeight,
        info.inWidth,
        info.inChannels,
        heap.at(dy),
        info.outHeight,
        info.outWidth,
        info.outChannels,
        info.filterHeight,
        info.strideHeight,
        info.padInfo.top,
        info.padInfo.left,
        heap.at(dw),
        plan.pictures,
        heap.scratch(plan.scratchBytes),
      );
      return dw;
    }
    const scratch = heap.scratch(scratchBytes(info));
    heap.run.convolveFilterGradient(
      heap.at(x),
      info.batchSize,
      info.inHeight,
      info.inWidth,
      info.inChannels,
      heap.at(dy),
      info.outHeight,
      info.outWidth,
      info.outChannels,
      info.filterHeight,
      info.filterWidth,
      info.strideHeight,
      info.strideWidth,
      info.padInfo.top,
      info.padInfo.left,
      heap.at(dw),
      scratch,
    );
    return dw;
  },
);

/** Offsets, a panel of dy, the result by outputs and one padded picture: see assembly/filter-gradient.ts. */
function scratchBytes(info: tf.backend_util.Conv2DInfo): number {
  const taps = info.filterHeight * info.filterWidth * info.inChannels;
  const rows = (info.outHeight - 1) * info.strideHeight + info.filterHeight;
  const across = (info.outWidth - 1) * info.strideWidth + info.filterWidth;
  const pixels = info.outHeight * info.outWidth;
  const values = upTo(taps, 4) + 8 * pixels + taps * info.outChannels;
  return 4 * (values + rows * across * info.inChannels) + 64;
}
