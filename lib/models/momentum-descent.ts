/**
 * Gradient descent with momentum over all weights of a network in one kernel (lib/kernels/optimisers/momentum.ts; Sutskever et al., 2013):
 *
 *   a <- momentum a + g        w <- w - rate a
 */
import {momentumRule} from "../kernels/optimisers/momentum.js";
import type * as tf from "../tf.js";
import {SlotDescent} from "./slot-descent.js";

/** A state has a of all weights as `a`. */
export function momentumDescent(
  weights: readonly tf.Variable[],
  {learningRate, momentum}: {readonly learningRate: number; readonly momentum: number},
): SlotDescent {
  return new SlotDescent(weights, learningRate, {
    rule: momentumRule,
    kept: ["a"],
    paramsAt: (rate) => [momentum, -rate],
  });
}
