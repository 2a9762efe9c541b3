/**
 * Gradients of squares, 2 dy x, and of squared differences of a and b, 2 dy (a - b) and its opposite, summed over the axes along
 * which a or b was repeated: TF.js leaves that sum out, and throws.
 */
import * as tf from "@tensorflow/tfjs-core";
import {type FusedGradient, type Gradients, runKernel} from "./fused-gradient.js";

type Product = (dy: tf.Tensor, x: tf.Tensor) => tf.Tensor;

const kernel = "SquareGrad";
const fused: Product = (dy, x) => runKernel(kernel, {dy, x});
const composed: Product = (dy, x) => tf.mul(dy, tf.mul(x, 2));

export const squareGradients: readonly FusedGradient[] = [
  squareGradient("Square", ["x"], ofSquare),
  squareGradient("SquaredDifference", ["a", "b"], ofDifference),
];

function squareGradient(
  operation: string,
  inputsToSave: readonly string[],
  gradients: (dy: tf.Tensor, saved: tf.Tensor[], product: Product) => Gradients,
): FusedGradient {
  return {
    operation,
    kernel,
    inputsToSave,
    fused: (dy, saved) => gradients(dy, saved, fused),
    composed: (dy, saved) => gradients(dy, saved, composed),
  };
}

function ofSquare(dy: tf.Tensor, [x]: tf.Tensor[], product: Product): Gradients {
  return {x: () => product(dy, tf.cast(x!, "float32"))};
}

function ofDifference(dy: tf.Tensor, [a, b]: tf.Tensor[], product: Product): Gradients {
  const gradient = (from: tf.Tensor, to: tf.Tensor) => () =>
    sumTo(from.shape, product(dy, tf.cast(tf.sub(from, to), "float32")));
  return {a: gradient(a!, b!), b: gradient(b!, a!)};
}

/** Over the axes along which a tensor of `shape` was repeated to become one of y's. */
function sumTo(shape: number[], y: tf.Tensor): tf.Tensor {
  const axes = tf.broadcast_util.getReductionAxes(shape, y.shape);
  return tf.reshape(axes.length > 0 ? tf.sum(y, axes) : y, shape);
}
