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

/** L of `logits` [N, K], []. */
export function policyGradientLoss(logits: tf.Tensor2D, batch: PolicyBatch): tf.Scalar {
  const loss = tf.customGrad((x, save) => {
    const logPi = tf.logSoftmax(x as tf.Tensor2D);
    (save as tf.GradSaveFunc)([logPi]);
    const chosen = tf.sum(tf.mul(chosenOf(batch, logPi.shape[1]!), logPi), 1);
    const gained = tf.sum(tf.mul(batch.advantages, chosen));
    const bonus = tf.mul(batch.entropyWeight, tf.sum(entropies(logPi)));
    return {
      value: tf.div(tf.neg(tf.add(gained, bonus)), batch.episodes),
      gradFunc: (dy, saved) =>
        tf.mul(dy, gradient((saved as tf.Tensor[])[0] as tf.Tensor2D, batch)),
    };
  });
  return loss(logits) as tf.Scalar;
}

function gradient(logPi: tf.Tensor2D, batch: PolicyBatch): tf.Tensor2D {
  const pi = tf.exp(logPi);
  const column = tf.expandDims(batch.advantages, 1);
  const pulled = tf.mul(column, tf.sub(pi, chosenOf(batch, logPi.shape[1])));
  const surprise = tf.add(logPi, tf.expandDims(entropies(logPi), 1));
  const widened = tf.mul(batch.entropyWeight, tf.mul(pi, surprise));
  return tf.div(tf.add(pulled, widened), batch.episodes);
}

/** H = -sum over k of pi log pi for each row of log pi [N, K], in nats: [N]. */
export function entropies(logPi: tf.Tensor2D): tf.Tensor1D {
  return tf.neg(tf.sum(tf.mul(tf.exp(logPi), logPi), 1));
}

function chosenOf({actions}: PolicyBatch, count: number): tf.Tensor2D {
  // Cast, because on wasm `oneHot` writes whole numbers whatever type it is asked for.
  return tf.cast(tf.oneHot(actions, count) as tf.Tensor2D, "float32");
}
