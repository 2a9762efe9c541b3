/**
 * Batch normalisation in training (Ioffe & Szegedy, 2015, algorithm 1 and section 3), over all axes but the last:
 *
 *   xhat = (x - mean) / sqrt(variance + epsilon)        y = gamma xhat + beta
 *   dx = gamma / sqrt(variance + epsilon) · (dy - mean(dy) - xhat · mean(dy xhat))
 *
 * x [..., C], gamma and beta [C] -> y [..., C], mean and variance [C] of this batch. The closed gradient is half the work
 * of the one TF.js puts together.
 */
import * as tf from "../tf.js";

export interface Normalised {
  readonly y: tf.Tensor;
  readonly mean: tf.Tensor;
  readonly variance: tf.Tensor;
}

export function batchNorm(
  x: tf.Tensor,
  gamma: tf.Tensor,
  beta: tf.Tensor,
  epsilon: number,
): Normalised {
  const channels = x.shape.at(-1)!;
  const rows = tf.reshape(x, [x.size / channels, channels]);
  const mean = columnMeans(rows);
  const variance = columnMeans(tf.square(tf.sub(rows, mean)));
  const y = normalise(rows, gamma, beta, mean, tf.rsqrt(tf.add(variance, epsilon)));
  return {y: tf.reshape(y, x.shape), mean, variance};
}

/** `mean` and `scale` (1 / sqrt(variance + epsilon)) are those of `x`: the gradient goes through them as well. */
function normalise(
  x: tf.Tensor,
  gamma: tf.Tensor,
  beta: tf.Tensor,
  mean: tf.Tensor,
  scale: tf.Tensor,
): tf.Tensor {
  return tf.customGrad((x, gamma, beta, save) => {
    const xhat = tf.mul(tf.sub(x as tf.Tensor, mean), scale);
    (save as tf.GradSaveFunc)([xhat, gamma as tf.Tensor, scale]);
    return {
      value: tf.add(tf.mul(xhat, gamma as tf.Tensor), beta as tf.Tensor),
      gradFunc: (dy, saved) => gradients(dy, saved as tf.Tensor[]),
    };
  })(x, gamma, beta);
}

function gradients(dy: tf.Tensor, [xhat, gamma, scale]: tf.Tensor[]): tf.Tensor[] {
  const rows = dy.shape[0]!;
  const dbeta = tf.sum(dy, 0);
  const dgamma = tf.sum(tf.mul(dy, xhat!), 0);
  const throughStatistics = tf.add(tf.mul(xhat!, tf.div(dgamma, rows)), tf.div(dbeta, rows));
  const dx = tf.mul(tf.sub(dy, throughStatistics), tf.mul(gamma!, scale!));
  return [dx, dgamma, dbeta];
}

function columnMeans(rows: tf.Tensor): tf.Tensor {
  return tf.div(tf.sum(rows, 0), rows.shape[0]!);
}
