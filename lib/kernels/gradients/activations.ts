/** Gradients of the activations, any shape: each one pass over dy and x, or over dy and y = f(x) where f' is a function of y. */
import * as tf from "@tensorflow/tfjs-core";
import {type FusedGradient, runKernel} from "./fused-gradient.js";

export const activationGradients: readonly FusedGradient[] = [
  byInput("Relu", "ReluGrad"),
  byInput("Relu6", "Relu6Grad"),
  {
    ...byInput("LeakyRelu", "LeakyReluGrad"),
    // dy · step(x), where step is 1 or alpha, because TF.js's comparison and choice have no gradient of their own.
    composed: (dy, [x], {alpha}) => ({x: () => tf.mul(dy, tf.step(x!, alpha as number))}),
  },
  byInput("Selu", "SeluGrad"),
  byInput("Softplus", "SoftplusGrad"),
  byOutput("Sigmoid", "SigmoidGrad"),
  byOutput("Tanh", "TanhGrad"),
];

function byInput(operation: string, kernel: string): FusedGradient {
  return {
    operation,
    kernel,
    inputsToSave: ["x"],
    fused: (dy, [x], attrs) => ({
      x: () => runKernel(kernel, {dy, x: tf.cast(x!, "float32")}, attrs),
    }),
  };
}

function byOutput(operation: string, kernel: string): FusedGradient {
  return {
    operation,
    kernel,
    outputsToSave: [true],
    fused: (dy, [y]) => ({x: () => runKernel(kernel, {dy, y: y!})}),
  };
}
