/** Shapes that the kernels of normalisation share. */
import * as tf from "@tensorflow/tfjs-core";

/** x [n, m, c] as the compiled code takes it. */
export type Pictures = readonly [n: number, m: number, c: number, groups: number];

/** All but the last axis as one, and a group for each channel. */
export function asBatch(x: tf.TensorInfo): Pictures {
  const channels = channelsOf(x);
  return [1, tf.util.sizeFromShape(x.shape) / channels, channels, channels];
}

/** The first axis, then those up to the last. */
export function asPictures(x: tf.TensorInfo, groups: number): Pictures {
  return [x.shape[0]!, tf.util.sizeFromShape(x.shape.slice(1, -1)), channelsOf(x), groups];
}

export function channelsOf({shape}: tf.TensorInfo): number {
  return shape.at(-1) ?? 1;
}
