/**
 * The penalty that keeps the critic of a Wasserstein GAN from rising faster than 1 per unit (Gulrajani et al., 2017, eq. 3 and
 * algorithm 1), on samples x between real and generated ones:
 *
 *   P = mean[(‖grad_x a(x)‖ - 1)²],   x = e · real + (1 - e) · fake,   e ~ U(0, 1), one for each sample
 *
 * Its gradient in the critic's weights is one of a gradient. TF.js computes it by recording the first one: each step back is made of
 * operations that have a gradient themselves, those of a convolution being convolutions. A critic must not use operations whose gradient
 * is a function of their output (tanh, sigmoid, exp): TF.js 4 enters the copy of an output on its tape before the operation itself, and
 * its second derivative is lost.
 */
import * as tf from "../tf.js";

/** P of `critic`, which gives [B, 1] for samples [B, ...]. Inside `tf.variableGrads` it has its gradient. */
export function gradientPenalty(critic: (x: tf.Tensor) => tf.Tensor, x: tf.Tensor): tf.Scalar {
  const slope = tf.grad((x) => tf.sum(critic(x as tf.Tensor)))(x);
  const squares = tf.sum(tf.square(tf.reshape(slope, [x.shape[0]!, -1])), 1);
  return tf.mean(tf.square(tf.sub(tf.sqrt(tf.add(squares, least)), 1)));
}

/** Keeps the root's own slope finite where there is no gradient at all. */
const least = 1e-12;

/** The samples [B, ...] that lie `shares` [B] of the way from `fake` to `real`. */
export function samplesBetween(real: tf.Tensor, fake: tf.Tensor, shares: Float32Array): tf.Tensor {
  const share = tf.tensor(shares, [shares.length, ...real.shape.slice(1).map(() => 1)]);
  return tf.add(fake, tf.mul(share, tf.sub(real, fake)));
}
