/**
 * The two numbers that the Inception Score of inception-score.ts is the quotient of:
 *
 *     IS = kinds / doubt,   kinds = exp H(p̄),   doubt = exp( 1/n Σ_i H(p_i) ),   H(p) = -Σ_k p_k ln p_k
 *
 * It is the score's formula (Salimans et al., 2016, section 4) with KL(p_i ‖ p̄) written out and added up. Both count classes, from 1 to the number of
 * them: how many kinds there are, and among how many the classifier hesitates at a single picture.
 */
import {exponential} from "../exact-functions.js";
import {answersAt} from "./answers.js";
import {entropy, meanEntropy, meanRow} from "./inception-score.js";
import {setMetric} from "./set-metric.js";

const range = {low: 1, high: Number.POSITIVE_INFINITY};

/** More is better. */
export const answerKinds = setMetric({
  madeAlone: true,
  range,
  of: ({all, space: {classes}}, _real, made) => kindsOf(answersAt(all, made, classes), classes),
});

/** Less is better. */
export const answerDoubt = setMetric({
  madeAlone: true,
  range,
  of: ({all, space: {classes}}, _real, made) => doubtOf(answersAt(all, made, classes), classes),
});

/** e^{H(p̄)} of `probabilities` [n, classes], rows of a softmax. */
export function kindsOf(probabilities: Float32Array, classes: number): number {
  return exponential(entropy(meanRow(probabilities, classes)));
}

/** The mean of H(p_i), as a count. */
export function doubtOf(probabilities: Float32Array, classes: number): number {
  return exponential(meanEntropy(probabilities, classes));
}
