/** Label noise: what a careless labeller does. A share of the labels is drawn and each replaced by another class. */
import type {Random} from "../random.js";

/** A copy of `labels` [n] (0 … classes-1) of which round(share · n) are wrong, each wrong class equally likely. */
export function wrongLabels(
  labels: Uint8Array,
  classes: number,
  share: number,
  random: Random,
): Uint8Array {
  if (!(share >= 0 && share <= 1))
    throw new RangeError(`invalid share: ${share} (a number from 0 to 1)`);
  const result = labels.slice();
  for (const index of random.permutation(labels.length).slice(0, Math.round(share * labels.length)))
    result[index] = (labels[index]! + 1 + random.integer(classes - 1)) % classes;
  return result;
}
