import * as tf from "@tensorflow/tfjs-core";
import {meanLossOfBoth} from "./mean-loss.js";
import {sigmoidLoss, stockSigmoidCrossEntropy} from "./sigmoid-cross-entropy.js";

/**
 * `tf.losses.sigmoidCrossEntropy` as a program writes it, without further arguments, gets the kernel; it keeps the gradients of both, logits
 * and labels. Any other call is TF.js's.
 */
export function replaceLosses(): void {
  const replaced = (labels: tf.Tensor, logits: tf.Tensor, ...others: unknown[]) =>
    others.every((other) => other === undefined) && areFloats(labels, logits)
      ? meanLossOfBoth(sigmoidLoss, labels, logits)
      : stockSigmoidCrossEntropy(labels, logits, ...(others as []));
  Object.assign(tf.losses, {sigmoidCrossEntropy: replaced});
}

/** Whatever else TF.js makes tensors of. */
function areFloats(...values: readonly unknown[]): boolean {
  return values.every((value) => value instanceof tf.Tensor && value.dtype === "float32");
}
