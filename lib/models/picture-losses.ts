/**
 * What a picture y may be measured by against an answer a, pixels [B, P] in [-1, 1]. Each loss has another best answer where one input
 * has many pictures (Hastie, Tibshirani & Friedman, 2009, section 2.4):
 *
 *   squared    mean (a - y)²                        least at the mean of the pictures
 *   absolute   mean |a - y|                         least at the median of each pixel
 *   levels     -log softmax(a)[level of y]          a [B, P, L]: shares of L levels of grey; the likeliest is the mode of each pixel
 *   features   mean (φ(a) - φ(y))²                  of the maps φ of a frozen classifier (Johnson, Alahi & Fei-Fei, 2016)
 */
import * as tf from "../tf.js";
import {mapsOf} from "./frozen-classifier.js";

export const pictureLossNames = ["squared", "absolute", "levels", "features"] as const;
export type PictureLossName = (typeof pictureLossNames)[number];

/** Levels of grey, from black to white. */
export const levelCount = 4;

export function squaredLoss(answer: tf.Tensor, pixels: tf.Tensor): tf.Scalar {
  return tf.mean(tf.squaredDifference(answer, pixels));
}

export function absoluteLoss(answer: tf.Tensor, pixels: tf.Tensor): tf.Scalar {
  return tf.mean(tf.abs(tf.sub(answer, pixels)));
}

/** `logits` are [B, P L], the levels of a pixel beside each other. */
export function levelLoss(logits: tf.Tensor, pixels: tf.Tensor): tf.Scalar {
  const targets = tf.oneHot(tf.cast(tf.reshape(levelsOf(pixels), [-1]), "int32"), levelCount);
  return tf.losses.softmaxCrossEntropy(targets, tf.reshape(logits, [-1, levelCount]));
}

/** Whole pictures [B, 28, 28, 1] as `classifier` sees them: each map's mean squared difference, a mean over its maps. */
export function featureLoss(
  classifier: tf.LayersModel,
  answer: tf.Tensor,
  picture: tf.Tensor,
): tf.Scalar {
  const [yours, real] = [mapsOf(classifier, answer), mapsOf(classifier, picture)];
  const apart = yours.map((map, i) => squaredLoss(map, real[i]!));
  return tf.mean(tf.stack(apart));
}

/** 0 for black to 3 for white. */
export function levelsOf(pixels: tf.Tensor): tf.Tensor {
  return tf.minimum(tf.floor(tf.mul(tf.add(pixels, 1), levelCount / 2)), levelCount - 1);
}

/** The likeliest level of each pixel, as a shade from -1 to 1: [B, P] of logits [B, P L]. */
export function likeliestShades(logits: tf.Tensor): tf.Tensor {
  const [count, width] = logits.shape as [number, number];
  const levels = tf.argMax(tf.reshape(logits, [count, width / levelCount, levelCount]), 2);
  return tf.sub(tf.mul(tf.cast(levels, "float32"), 2 / (levelCount - 1)), 1);
}
