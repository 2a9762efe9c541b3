/**
 * Inception Score: is each picture surely something, and are they all kinds of things?
 *
 *     IS = exp( 1/n Σ_i KL(p_i ‖ p̄) ),   KL(p ‖ q) = Σ_k p_k ln(p_k / q_k),   p̄ = 1/n Σ_i p_i
 *
 * (Salimans et al., 2016, section 4). p_i is what a classifier says of made picture i. From 1, all pictures look alike to the classifier, to
 * the number of classes. The published scores are those of Inception, a network of 1,000 classes; here it is the course's classifier of
 * ten. It never looks at a real picture: the best score need not be that of real ones. Logarithms are of exact operations, so that the score has
 * the same bits everywhere.
 */
import {exponential} from "../exact-functions.js";
import {naturalLog} from "../random.js";
import {answersAt} from "./answers.js";
import {setMetric} from "./set-metric.js";

/** The score of `probabilities` [n, classes], rows of a softmax, n at least 1. */
export function inceptionScoreOf(probabilities: Float32Array, classes: number): number {
  const mean = meanRow(probabilities, classes);
  return exponential(Math.max(0, entropy(mean) - meanEntropy(probabilities, classes)));
}

export const inceptionScore = setMetric({
  madeAlone: true,
  range: {low: 1, high: Number.POSITIVE_INFINITY},
  of: ({all, space: {classes}}, _real, made) =>
    inceptionScoreOf(answersAt(all, made, classes), classes),
});

/** p̄: how often each class is seen. [classes] */
export function meanRow(probabilities: Float32Array, classes: number): Float64Array {
  const n = probabilities.length / classes;
  if (!Number.isInteger(n) || n < 1)
    throw new RangeError(
      `invalid probabilities: ${probabilities.length} values (a positive multiple of ${classes})`,
    );
  const mean = new Float64Array(classes);
  for (let i = 0; i < probabilities.length; i++) mean[i % classes]! += probabilities[i]! / n;
  return mean;
}

/** -Σ p ln p, in nats. */
export function entropy(row: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < row.length; k++) if (row[k]! > 0) sum -= row[k]! * naturalLog(row[k]!);
  return sum;
}

/** 1/n Σ_i H(p_i): how unsure the classifier is of one picture. */
export function meanEntropy(probabilities: Float32Array, classes: number): number {
  const n = probabilities.length / classes;
  let sum = 0;
  for (let i = 0; i < n; i++)
    sum += entropy(probabilities.subarray(i * classes, (i + 1) * classes));
  return sum / n;
}
