/** A kernel's test on WebGPU: what it computes there, and what says what is right. */
import type {Random} from "../../lib/random.js";
import * as tf from "../../lib/tf.js";

/** What a case computes from random numbers; asked twice, with the same seed, so it must build its inputs itself. */
export type Compute = (random: Random) => tf.Tensor | tf.Tensor[];

export interface Case {
  readonly name: string;
  /** How the labels of the pipelines begin that must be at work, all of them. */
  readonly programs: readonly string[];
  readonly compute: Compute;
  /** The same from TF.js's operations, for the cpu back end. Left out, `compute` itself runs there. */
  readonly reference?: Compute;
}

/** A tensor of standard normal values. */
export function normal(shape: readonly number[], random: Random): tf.Tensor {
  return tf.tensor(random.normals(tf.util.sizeFromShape([...shape])), [...shape]);
}
