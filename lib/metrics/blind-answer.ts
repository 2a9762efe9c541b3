/**
 * The floor of a classifier: what the best answers without a look score on the same pictures.
 *
 *     accuracy   max_c n_c / n                      always the commonest label
 *     loss       - Σ_c (n_c / n) ln (n_c / n)       always the shares of the labels: their entropy, in nats (Shannon, 1948)
 *
 * The n pictures are a sample, so each has its interval of 95 %: that of a share (accuracy.ts) or of a mean (mean-interval.ts).
 */
import {shareInterval} from "./accuracy.js";
import type {Floor} from "./floor.js";
import {meanInterval} from "./mean-interval.js";

/** The share that is right, 0 to 1, of whoever always says the commonest of `labels` [n], n >= 1. */
export function blindAccuracy(labels: ArrayLike<number>): Floor {
  const most = Math.max(...countsOf(labels).values());
  return shareInterval(most / labels.length, labels.length);
}

/** The cross-entropy of whoever always says how common each of `labels` [n] is, n >= 2. */
export function blindLoss(labels: ArrayLike<number>): Floor {
  const counts = countsOf(labels);
  const losses = Array.from(labels, (label) => -Math.log(counts.get(label)! / labels.length));
  const {low, high} = meanInterval(losses);
  return {low, high};
}

function countsOf(labels: ArrayLike<number>): ReadonlyMap<number, number> {
  if (labels.length === 0) throw new RangeError("too few labels: 0 (at least 1)");
  const counts = new Map<number, number>();
  for (const label of Array.from(labels)) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}
