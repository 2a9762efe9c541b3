import * as tf from "@tensorflow/tfjs-core";
import {type LinearLoss, meanLoss} from "./mean-loss.js";

/** TF.js's own, taken before anything stands in its place. */
export const stockSigmoidCrossEntropy = tf.losses.sigmoidCrossEntropy;

/**
 * `tf.losses.sigmoidCrossEntropy` with its defaults, in one kernel together with its gradient where the back end has that:
 *
 *   mean of  softplus(x) - x z  for each label z and its logit x
 *
 * With labels of 1 it is the mean of softplus(-x), with labels of 0 that of softplus(x), as in a GAN. Only the logits, of the
 * labels' shape, are sure to have a gradient.
 */
export function sigmoidCrossEntropy(labels: tf.Tensor, logits: tf.Tensor): tf.Scalar {
  return meanLoss(sigmoidLoss, labels, logits);
}

export const sigmoidLoss: LinearLoss = {
  kernel: "SigmoidCrossEntropy",
  stock: (labels, logits) => stockSigmoidCrossEntropy(labels, logits),
  gradient: (labels, logits) => tf.div(tf.sub(tf.sigmoid(logits), labels), logits.size),
  slope: ({size}) => -1 / size,
};
