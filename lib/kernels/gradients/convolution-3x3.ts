/** All gradients of convolutions/convolve-3x3.ts in one kernel. */
import * as tf from "@tensorflow/tfjs-core";
import {type FusedGradient, type Gradients, runKernel, runKernels} from "./fused-gradient.js";

export const convolution3x3Gradient: FusedGradient = {
  operation: "Convolution3x3",
  kernel: "Convolution3x3Grad",
  inputsToSave: ["x", "filter"],
  fused: (dy, [x, filter]) =>
    named(dy, runKernels("Convolution3x3Grad", {dy, x: x!, filter: filter!})),
  composed: (dy, saved) => {
    const [x, filter] = saved as [tf.Tensor4D, tf.Tensor4D];
    const dx = tf.conv2dTranspose(dy as tf.Tensor4D, filter, x.shape, 1, "same");
    const attrs = {strides: 1, pad: "same", dataFormat: "NHWC", filterShape: filter.shape};
    const dfilter = runKernel("Conv2DBackpropFilter", {x, dy}, attrs);
    return named(dy, [dx, dfilter, tf.sum(dy, [0, 1, 2])]);
  },
};

function named(dy: tf.Tensor, [x, filter, bias]: readonly tf.Tensor[]): Gradients {
  return {x: () => x!, filter: () => filter!, bias: () => bias!, rest: () => tf.clone(dy)};
}
