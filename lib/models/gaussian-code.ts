/**
 * A code that is a cloud instead of a point: for each picture and each of L latent numbers a normal distribution
 * q(z | x) = N(m, v), given by its mean m and its log variance l = ln v (Kingma & Welling, 2014, section 2.4 and appendix B):
 *
 *     z = m + exp(l / 2) · noise,   noise ~ N(0, 1)
 *     KL(q || N(0, 1)) = (m² + exp(l) - l - 1) / 2   nats, for each latent number
 *
 * The first makes a draw from the cloud a function of m and l, so that a gradient passes through it; the second is what the cloud
 * tells of its picture beyond what N(0, 1) tells of any. All are [B, L].
 */
import * as tf from "../tf.js";

export interface GaussianCode {
  readonly mean: tf.Tensor2D;
  readonly logVariance: tf.Tensor2D;
}

/** An encoder's output, [B, 2L]: the means, then the log variances. Throws a RangeError for an odd width. */
export function codeOf(encoded: tf.Tensor): GaussianCode {
  const width = encoded.shape[1]!;
  if (encoded.rank !== 2 || width % 2 !== 0)
    throw new RangeError(`invalid codes: [${encoded.shape}] ([B, 2 latentSize])`);
  const [mean, logVariance] = tf.split(encoded, 2, 1) as tf.Tensor2D[];
  return {mean: mean!, logVariance: logVariance!};
}

/** A draw from each cloud, [B, L], for standard normal `noise` [B, L]. */
export function reparameterise({mean, logVariance}: GaussianCode, noise: tf.Tensor): tf.Tensor2D {
  return tf.add(mean, tf.mul(tf.exp(tf.mul(logVariance, 0.5)), noise));
}

/** KL(q || N(0, 1)) in nats, [B, L]: never negative, and 0 only for a cloud that is N(0, 1). */
export function gaussianKl({mean, logVariance}: GaussianCode): tf.Tensor2D {
  const excess = tf.sub(tf.sub(tf.exp(logVariance), logVariance), 1);
  return tf.mul(tf.add(tf.square(mean), excess), 0.5);
}
