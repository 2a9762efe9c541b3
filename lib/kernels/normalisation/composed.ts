/**
 * Normalisation and its gradient from operations that have gradients themselves, for back ends without a kernel and for gradients of
 * gradients. Of x seen as [n, rows, groups, width], each of n · groups parts has its own mean and variance [n, 1, groups, 1]:
 *
 *   xhat = (x - mean) / sqrt(variance + epsilon)        y = gamma xhat + beta
 */
import * as tf from "@tensorflow/tfjs-core";

/** [n, rows, groups, width] */
export type View = [number, number, number, number];

export function batchView({shape, size}: tf.Tensor): View {
  const channels = shape.at(-1)!;
  return [1, size / channels, channels, 1];
}

export function groupView({shape}: tf.Tensor, groups: number): View {
  const channels = shape.at(-1)!;
  return [shape[0]!, tf.util.sizeFromShape(shape.slice(1, -1)), groups, channels / groups];
}

export interface Moments {
  readonly mean: tf.Tensor;
  readonly variance: tf.Tensor;
}

/** x -> mean and variance [n, 1, groups, 1] */
export function momentsOf(x: tf.Tensor, view: View): Moments {
  const mean = partMeans(tf.reshape(x, view));
  return {mean, variance: partMeans(tf.square(tf.sub(tf.reshape(x, view), mean)))};
}

/** x, gamma and beta [C] -> y, of x's shape */
export function normaliseParts(
  {x, gamma, beta}: Readonly<Record<"x" | "gamma" | "beta", tf.Tensor>>,
  {mean, variance}: Moments,
  view: View,
  epsilon: number,
): tf.Tensor {
  const xhat = tf.mul(tf.sub(tf.reshape(x, view), mean), tf.rsqrt(tf.add(variance, epsilon)));
  return tf.add(tf.mul(tf.reshape(xhat, x.shape), gamma), beta);
}

/**
 * dy, x, gamma -> dx, dgamma, dbeta, with s = 1 / sqrt(variance + epsilon) and means over each part:
 *
 *   dx = s (gamma dy - mean(gamma dy) - xhat · mean(gamma dy xhat))
 */
export function normaliseGradient(
  {dy, x, gamma}: Readonly<Record<"dy" | "x" | "gamma", tf.Tensor>>,
  view: View,
  epsilon: number,
): [dx: tf.Tensor, dgamma: tf.Tensor, dbeta: tf.Tensor] {
  const {mean, variance} = momentsOf(x, view);
  const s = tf.rsqrt(tf.add(variance, epsilon));
  const xhat = tf.mul(tf.sub(tf.reshape(x, view), mean), s);
  const g = tf.reshape(tf.mul(dy, gamma), view);
  const throughMoments = tf.add(partMeans(g), tf.mul(xhat, partMeans(tf.mul(g, xhat))));
  const dx = tf.reshape(tf.mul(tf.sub(g, throughMoments), s), x.shape);
  return [dx, columnSums(tf.mul(tf.reshape(dy, view), xhat), gamma), columnSums(dy, gamma)];
}

function partMeans(x: tf.Tensor): tf.Tensor {
  return tf.mean(x, [1, 3], true);
}

/** For each channel, of which there are as many as values of `like`. */
function columnSums(x: tf.Tensor, like: tf.Tensor): tf.Tensor {
  return tf.sum(tf.reshape(x, [x.size / like.size, like.size]), 0);
}
