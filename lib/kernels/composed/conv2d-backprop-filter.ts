/**
 * Gradient of a 2-D convolution with respect to its filter, as one convolution:
 *
 *   dW[a, b, i, o] = sum over n, p, q of x[n, s p + a - before, s q + b - before, i] · dy[n, p, q, o]
 *
 * so channels of x become pictures, pictures become channels, dy becomes the filter and the stride its dilation.
 * x [n, h, w, i], dy [n, p, q, o] -> [kh, kw, i, o]. The wasm back end has no such kernel at all.
 */
import * as tf from "@tensorflow/tfjs-core";
import {type ConvolutionAttributes, shapeOf} from "../convolution-shape.js";
import type {Kernel} from "../kernel.js";

export const conv2dBackpropFilter: Kernel = {
  name: "Conv2DBackpropFilter",
  make: () => (args) => {
    // The engine passes tensors, although the type says TensorInfo.
    const {x, dy} = args.inputs as unknown as {x: tf.Tensor4D; dy: tf.Tensor4D};
    const attributes = args.attrs as unknown as ConvolutionAttributes & {filterShape: number[]};
    return tf.tidy(() => filterGradient(x, dy, attributes));
  },
};

function filterGradient(
  x: tf.Tensor4D,
  dy: tf.Tensor4D,
  attributes: ConvolutionAttributes & {filterShape: number[]},
): tf.Tensor4D {
  const info = shapeOf(x.shape, attributes.filterShape, attributes);
  const {strideHeight, strideWidth, padInfo} = info;
  const below = after(info.outHeight, strideHeight, info.filterHeight, info.inHeight + padInfo.top);
  const right = after(info.outWidth, strideWidth, info.filterWidth, info.inWidth + padInfo.left);
  const swapped = tf.conv2d(
    tf.transpose(x, [3, 1, 2, 0]),
    tf.transpose(dy, [1, 2, 0, 3]),
    1,
    [
      [0, 0],
      [padInfo.top, below],
      [padInfo.left, right],
      [0, 0],
    ],
    "NHWC",
    [strideHeight, strideWidth],
  ); // [i, >= kh, >= kw, o]: places that no window reaches are left over at the end
  const [channels, , , outputs] = swapped.shape;
  const exact = tf.slice(
    swapped,
    [0, 0, 0, 0],
    [channels, info.filterHeight, info.filterWidth, outputs],
  );
  return tf.transpose(exact, [1, 2, 0, 3]);
}

/** Zeros to add at the end so that every tap of the filter meets every output; never negative. */
function after(outputs: number, stride: number, taps: number, before: number): number {
  return Math.max(0, (outputs - 1) * stride + taps - before);
}
