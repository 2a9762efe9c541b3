/** Gradient of a convolution with respect to its filter: x [n, h, w, ci], dy [n, oh, ow, co] -> [kh, kw, ci, co]. */
import type * as tf from "@tensorflow/tfjs-core";
import {type ConvolutionAttributes, knownShapeOfGradient, shapeOf} from "../convolution-shape.js";
import {areFloats, cleared, isEmpty, productsOf, wasmKernel} from "./wasm-kernel.js";
import {wildPictures, winogradOf} from "./winograd.js";

interface Inputs {
  readonly x: tf.TensorInfo;
  readonly dy: tf.TensorInfo;
}

type Attributes = ConvolutionAttributes & {readonly filterShape: number[]};

export const conv2dBackpropFilter = wasmKernel<Inputs, Attributes>(
  "Conv2DBackpropFilter",
  (heap, {inputs: {x, dy}, attrs}) => {
    if (attrs.dataFormat === "NCHW" || !areFloats(x, dy)) return undefined;
    const info = knownShapeOfGradient("Conv2DBackpropFilter", dy, attrs.dimRoundingMode, (mode) =>
      shapeOf(x.shape, attrs.filterShape, {...attrs, dimRoundingMode: mode}),
    );
    const dw = heap.output(attrs.filterShape);
    if (isEmpty(dw) || isEmpty(x) || isEmpty(dy)) return cleared(heap, dw);
    const pictures = winogradOf(info);
    // Every value of dw is a sum over all pictures.
    if (pictures && wildPictures(heap, x).length + wildPictures(heap, dy).length === 0) {
      heap.inParts("winogradFilterGradient", productsOf(info), info.inChannels / 4, (part) => [
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
        pictures,
        part.index,
        part.of,
      ]);
      return dw;
    }
    heap.inParts("convolveFilterGradient", productsOf(info), tapsOf(info) / 4, (part) => [
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
      part.index,
      part.of,
    ]);
    return dw;
  },
);

/** Of each output. */
function tapsOf({filterHeight, filterWidth, inChannels}: tf.backend_util.Conv2DInfo): number {
  return filterHeight * filterWidth * inChannels;
}
