/**
 * RMSProp over all weights of a network in one kernel (lib/kernels/optimisers/rmsprop.ts; Hinton, Srivastava & Swersky, 2012, lecture 6e):
 *
 *   s <- d s + (1 - d) g²        w <- w - rate · g / sqrt(s + epsilon²)
 *
 * The kernel has room for a momentum, too. It is 0 here, so that what lies in its slot moves no weight, and no state has it.
 */
import {rmspropRule} from "../kernels/optimisers/rmsprop.js";
import type * as tf from "../tf.js";
import {SlotDescent} from "./slot-descent.js";

const momentum = 0;
/** Keeps what is divided by away from 0. */
const epsilon = 1e-8;

/** A state has the mean squares of all weights as `s`. */
export function rmspropDescent(
  weights: readonly tf.Variable[],
  {learningRate, decay}: {readonly learningRate: number; readonly decay: number},
): SlotDescent {
  return new SlotDescent(weights, learningRate, {
    rule: rmspropRule,
    kept: ["s"],
    paramsAt: (rate) => [decay, 1 - decay, momentum, rate, epsilon ** 2],
  });
}
