import * as tf from "@tensorflow/tfjs-core";
import {type MeanLoss, meanLoss} from "./mean-loss.js";

/**
 * `tf.losses.softmaxCrossEntropy` with its defaults, in one kernel together with its gradient where the back end has that:
 *
 *   - mean over the rows of  sum over k of labels[k] · log softmax(logits)[k]
 *
 * Labels [..., K] are probabilities. Only the logits, of the same shape, are sure to have a gradient.
 */
export function softmaxCrossEntropy(labels: tf.Tensor, logits: tf.Tensor): tf.Scalar {
  return meanLoss(loss, labels, logits);
}

const loss: MeanLoss = {
  kernel: "SoftmaxCrossEntropy",
  stock: (labels, logits) => tf.losses.softmaxCrossEntropy(labels, logits),
  gradient: (labels, logits) => {
    const rows = logits.size / logits.shape.at(-1)!;
    return tf.div(tf.sub(tf.softmax(logits), labels), rows);
  },
};
