/** All gradients of products/dense.ts in one kernel. */
import * as tf from "@tensorflow/tfjs-core";
import {type FusedGradient, type Gradients, runKernels} from "./fused-gradient.js";

export const denseGradient: FusedGradient = {
  operation: "Dense",
  kernel: "DenseGrad",
  inputsToSave: ["x", "weights"],
  fused: (dy, [x, weights]) => named(runKernels("DenseGrad", {dy, x: x!, weights: weights!})),
  composed: (dy, [x, weights]) => {
    const [dys, xs] = [dy, x!].map((each) => tf.reshape(each, [-1, each.shape.at(-1)!]));
    const dx = tf.reshape(tf.matMul(dys!, weights!, false, true), x!.shape);
    return named([dx, tf.matMul(xs!, dys!, true), tf.sum(dys!, 0)]);
  },
};

function named([x, weights, bias]: readonly tf.Tensor[]): Gradients {
  return {x: () => x!, weights: () => weights!, bias: () => bias!};
}
