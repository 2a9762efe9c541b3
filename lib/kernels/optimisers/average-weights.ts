/** A running average of weights: average <- average + share (weights - average). */
import * as tf from "@tensorflow/tfjs-core";
import type {Rule} from "./rule.js";
import {update} from "./update.js";

/** No slots. What a rule calls the gradients are here the weights. Its one param is the share. */
export const averageRule: Rule = {
  kernel: "AverageWeights",
  slotCount: 0,
  compose: (average, weights, _, [share]) => [
    tf.add(average, tf.mul(tf.sub(weights, average), share!)),
  ],
};

/**
 * Moves each of `averages` towards the weights in the same place of the list by `share`, 0 (stays) to 1 (becomes them), all in one
 * kernel where the back end has it. Throws a RangeError, before anything has changed, for lists that do not fit.
 */
export function averageWeights(
  averages: readonly tf.Variable[],
  weights: readonly tf.Variable[],
  share: number,
): void {
  if (averages.length !== weights.length)
    throw new RangeError(`invalid number of weights: ${weights.length} (${averages.length})`);
  if (!(share >= 0 && share <= 1))
    throw new RangeError(`invalid share: ${share} (a number from 0 to 1)`);
  for (const [i, {name, shape}] of weights.entries())
    if (`${shape}` !== `${averages[i]!.shape}`)
      throw new RangeError(`invalid shape of ${name}: [${shape}] ([${averages[i]!.shape}])`);
  const updates = averages.map((average, i) => ({weights: average, gradient: weights[i]!}));
  update(averageRule, updates, undefined, [share]);
}
