/**
 * REINFORCE (Williams, 1992) with returns-to-go, a baseline and an entropy bonus, as a loss whose gradient is the estimate:
 *
 *     L = -1/B sum over episodes and strokes of  (G_t - b_t) log pi(a_t | s_t) + beta H(pi(. | s_t))
 *
 *     dL/dlogits = 1/B [ (G_t - b_t) (pi - onehot(a_t)) + beta pi (log pi + H) ]
 *
 * Advantages G - b count as constants: no gradient flows through them. Logits are [N, K], one row for each of N = B T strokes.
 */
import * as tf from "../tf.js";

export interface PolicyBatch {
  /** [N], indices into K. */
  readonly actions: tf.Tensor1D;
  /** [N] */
  readonly advantages: tf.Tensor1D;
  /** B */
  readonly episodes: number;
  /** beta */
  readonly entropyWeight: number;
}

/** A policy as its logits [N, K] give it. */
export interface Policy {
  readonly logPi: tf.Tensor2D;
  readonly pi: tf.Tensor2D;
  /** H = -sum over k of pi log pi, in nats: [N] */
  readonly entropies: tf.Tensor1D;
}

/** Softmax of `logits` [N, K], its logarithm and its entropies. The caller disposes the tensors. */
export function policyOf(logits: tf.Tensor2D): Policy {
  const logPi = tf.logSoftmax(logits);
  const pi = tf.exp(logPi);
  return {logPi, pi, entropies: tf.neg(tf.sum(tf.mul(pi, logPi), 1))};
}

/** L of `logits` [N, K], whose policy is given so that it is computed once: []. */
export function policyGradientLoss(
  logits: tf.Tensor2D,
  {logPi, pi, entropies}: Policy,
  batch: PolicyBatch,
): tf.Scalar {
  const loss = tf.customGrad((_, save) => {
    const chosen = chosenOf(batch, logPi.shape[1]);
    (save as tf.GradSaveFunc)([logPi, pi, entropies, chosen, batch.advantages]);
    const gained = tf.sum(tf.mul(batch.advantages, tf.sum(tf.mul(chosen, logPi), 1)));
    const bonus = tf.mul(batch.entropyWeight, tf.sum(entropies));
    return {
      value: tf.div(tf.neg(tf.add(gained, bonus)), batch.episodes),
      gradFunc: (dy, saved) => tf.mul(dy, gradient(saved as tf.Tensor[], batch)),
    };
  });
  return loss(logits) as tf.Scalar;
}

function gradient(saved: readonly tf.Tensor[], batch: PolicyBatch): tf.Tensor {
  const [logPi, pi, entropies, chosen, advantages] = saved as [
    tf.Tensor2D,
    tf.Tensor2D,
    tf.Tensor1D,
    tf.Tensor2D,
    tf.Tensor1D,
  ];
  const pulled = tf.mul(tf.expandDims(advantages, 1), tf.sub(pi, chosen));
  const widened = tf.mul(pi, tf.add(logPi, tf.expandDims(entropies, 1)));
  return tf.div(tf.add(pulled, tf.mul(batch.entropyWeight, widened)), batch.episodes);
}

function chosenOf({actions}: PolicyBatch, count: number): tf.Tensor2D {
  return tf.oneHot(actions, count, 1, 0, "float32") as tf.Tensor2D;
}
