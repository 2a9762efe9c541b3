/** Gradients of the activations, any shape: each one pass over dy and x, or over dy and y = f(x) where f' is a function of y. */
import * as tf from "@tensorflow/tfjs-core";
import {geluGradient} from "../activations/gelu.js";
import {hasBias} from "./bias.js";
import {type FusedGradient, type Gradients, runKernel} from "./fused-gradient.js";

export const activationGradients: readonly FusedGradient[] = [
  byInput("Relu", "ReluGrad"),
  byInput("Relu6", "Relu6Grad"),
  {
    ...byInput("LeakyRelu", "LeakyReluGrad"),
    // dy · step(x), where step is 1 or alpha, because TF.js's comparison and choice have no gradient of their own.
    composed: (dy, [x], {alpha}) => ({x: () => tf.mul(dy, tf.step(x!, alpha as number))}),
  },
  byInput("Selu", "SeluGrad"),
  {...byInput("Silu", "SiluGrad"), composed: (dy, [x]) => ({x: () => siluGradient(dy, x!)})},
  {...byInput("Gelu", "GeluGrad"), composed: (dy, [x]) => ({x: () => geluGradient(dy, x!)})},
  byInput("Softplus", "SoftplusGrad"),
  byOutput("Sigmoid", "SigmoidGrad"),
  byOutput("Tanh", "TanhGrad"),
];

/** dy s (1 + x (1 - s)), s = sigmoid(x) */
function siluGradient(dy: tf.Tensor, x: tf.Tensor): tf.Tensor {
  const s = tf.sigmoid(x);
  return tf.mul(dy, tf.mul(s, tf.add(tf.mul(x, tf.sub(1, s)), 1)));
}

function byInput(operation: string, kernel: string): FusedGradient {
  return {
    operation,
    kernel,
    inputsToSave: ["x"],
    fused: (dy, [x], attrs) => gradient(kernel, {dy, x: tf.cast(x!, "float32")}, attrs, x!),
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

/**
 * A kernel told `hasBias` may return the sums of dx over all axes but the last beside dx, for the bias's gradient to come. They must
 * outlive the computation of dx, so it is not left for later.
 */
function gradient(
  kernel: string,
  inputs: tf.NamedTensorMap,
  attrs: tf.NamedAttrMap,
  x: tf.Tensor,
): Gradients {
  const all = {...attrs, hasBias: hasBias(x)};
  const [dx] = [tf.engine().runKernel(kernel, inputs, all)].flat();
  return {x: () => dx!};
}
