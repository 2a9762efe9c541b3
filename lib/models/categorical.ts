/** Draws from a row of probabilities by their running sum, which is exact: a seed gives the same draws in every engine. */
import type {Random} from "../random.js";

/** An index of `probabilities` [K], each as often as it is probable; the row need not sum to exactly 1. */
export function drawCategorical(probabilities: Float32Array, random: Random): number {
  const total = probabilities.reduce((sum, p) => sum + p, 0);
  const goal = random.uniform(0, total);
  let sum = 0;
  for (let k = 0; k < probabilities.length; k++) {
    sum += probabilities[k]!;
    if (goal < sum) return k;
  }
  throw new RangeError(`invalid probabilities: they sum to ${total} (a number above 0)`);
}

/** The index of the largest; the first one of equals. */
export function mostProbable(probabilities: Float32Array): number {
  let best = 0;
  for (let k = 1; k < probabilities.length; k++)
    if (probabilities[k]! > probabilities[best]!) best = k;
  return best;
}
