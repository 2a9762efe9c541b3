/** Shapes that the kernels of normalisation share, and what they compute alike. */
import * as tf from "@tensorflow/tfjs-core";
import {passWork} from "./by-value.js";
import type {Heap} from "./heap.js";

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

/** Where the arrays lie; gamma and beta may be 0, for ones and zeros. Mean and variance [n, groups]. */
export interface Normalisation {
  readonly x: number;
  readonly mean: number;
  readonly variance: number;
  readonly gamma: number;
  readonly beta: number;
  readonly epsilon: number;
  readonly y: number;
}

/** y = gamma (x - mean) / sqrt(variance + epsilon) + beta. Threads take pictures, or rows where there is but one. */
export function normalise(heap: Heap, of: Normalisation, [n, m, c, groups]: Pictures): void {
  const {gamma, beta, epsilon} = of;
  const isOne = n === 1;
  const unit = isOne ? c : m * c;
  heap.inParts("groupNormalise", passWork * n * m * c, isOne ? m : n, ({first, count}) => {
    const [ahead, statistics] = [4 * first * unit, isOne ? 0 : 4 * first * groups];
    return [
      ...([of.x + ahead, isOne ? 1 : count, isOne ? count : m, c, groups] as const),
      ...([of.mean + statistics, of.variance + statistics, gamma, beta, epsilon] as const),
      of.y + ahead,
    ];
  });
}
