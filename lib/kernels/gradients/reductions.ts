/**
 * Gradients of sum and mean: dy, divided by the number of values in a mean, is repeated along the axes that were summed away.
 * TF.js multiplies it by a whole tensor of ones; the bits are the same. For second-order gradients that is kept, because TF.js's
 * gradient of a repeat is a loop over the repeats, and on the back ends whose own repeat goes value by value.
 */
import * as tf from "@tensorflow/tfjs-core";
import type {FusedGradient} from "./fused-gradient.js";

export const reductionGradients: readonly FusedGradient[] = [
  reduction("Sum", (dy) => dy),
  reduction("Mean", (dy, count) => tf.div(dy, count)),
];

/** The back ends on which a repeat is quicker than a product: where its kernel is ours, and where every kernel is a dispatch. */
const quick: readonly string[] = ["wasm", "webgpu"];

function reduction(
  operation: string,
  share: (dy: tf.Tensor, count: number) => tf.Tensor,
): FusedGradient {
  return {
    operation,
    kernel: "Tile",
    inputsToSave: ["x"],
    fits: () => quick.includes(tf.getBackend()),
    fused: (dy, [x], {axis}) => ({
      x: () => repeat(dy, x!.shape, axis as number | number[], share),
    }),
  };
}

function repeat(
  dy: tf.Tensor,
  shape: number[],
  axis: number | number[],
  share: (dy: tf.Tensor, count: number) => tf.Tensor,
): tf.Tensor {
  const axes = tf.util.parseAxisParam(axis, shape);
  const reps = shape.map((length, i) => (axes.includes(i) ? length : 1));
  const kept = shape.map((length, i) => (axes.includes(i) ? 1 : length));
  return tf.tile(tf.reshape(share(dy, tf.util.sizeFromShape(reps)), kept), reps);
}
