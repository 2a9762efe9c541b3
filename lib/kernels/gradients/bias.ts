/** How a tensor was made, by the tape, while its gradient is being computed. */
import * as tf from "@tensorflow/tfjs-core";

/** Operations that add a bias last, by the names on TF.js's tape: the fused ones stand under their scope. */
const biased = ["Add", "fusedConv2d__op", "fusedMatMul__op", "fusedDepthwiseConv2d__op"];

/**
 * Whether x [..., C] is something plus a bias [C], whose gradient will be the sum of the gradient of x over all axes but the last.
 * Tensors are the same where they share their values, because TF.js saves clones.
 */
export function hasBias({dataId, shape, size}: tf.Tensor): boolean {
  const channels = shape.at(-1) ?? 1;
  return (tf.engine().state.activeTape ?? []).some(
    ({kernelName, inputs, outputs}) =>
      biased.includes(kernelName) &&
      outputs.some((output) => output.dataId === dataId) &&
      Object.values(inputs).some(
        (input) => input.size === channels && input.size < size && input.shape.at(-1) === channels,
      ),
  );
}
