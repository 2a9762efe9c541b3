/** All gradients of products/dense.ts in one kernel. */
import * as tf from "@tensorflow/tfjs-core";
import {type FusedGradient, type Gradients, runKernels} from "./fused-gradient.js";

export const denseGradient: FusedGradient = {
  operation: "Dense",
  kernel: "DenseGrad",
  inputsToSave: ["x", "weights"],
  fused: (dy, [x, weights]) => named(runKernels("DenseGrad", {dy, x: x!, weights: weights!})),
  composed: (dy, [x, weights]) =>
    named([tf.matMul(dy, weights!, false, true), tf.matMul(x!, dy, true), tf.sum(dy, 0)]),
};

function named([x, weights, bias]: readonly tf.Tensor[]): Gradients {
  return {x: () => x!, weights: () => weights!, bias: () => bias!};
}
