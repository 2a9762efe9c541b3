/**
 * Confusion matrix: what is taken for what.
 *
 *     C[t, p] = #{i : label_i = t and prediction_i = p}
 *
 * Its rows sum to the pictures of a class, its diagonal to the pictures that are right: accuracy = trace(C) / sum(C).
 * And the mistakes in it, the surest first: those that a classifier should be ashamed of.
 */
export interface Mistake {
  /** Of the picture, from 0. */
  readonly index: number;
  readonly truth: number;
  readonly predicted: number;
  /** Probability of the predicted class, 0 to 1. */
  readonly confidence: number;
}

/** Counts `labels` [n] against `predicted` [n], both from 0 to classes - 1. [classes, classes], true classes in rows. */
export function confusionMatrix(
  labels: ArrayLike<number>,
  predicted: ArrayLike<number>,
  classes: number,
): Uint32Array {
  if (predicted.length !== labels.length)
    throw new RangeError(
      `lengths differ: ${labels.length} labels and ${predicted.length} predictions`,
    );
  const counts = new Uint32Array(classes * classes);
  for (let i = 0; i < labels.length; i++)
    counts[checked(labels[i]!, classes) * classes + checked(predicted[i]!, classes)]!++;
  return counts;
}

function checked(label: number, classes: number): number {
  if (!Number.isInteger(label) || label < 0 || label >= classes)
    throw new RangeError(`invalid class: ${label} (an integer from 0 to ${classes - 1})`);
  return label;
}

/** The mistakes of `probabilities` [n, classes] about `labels` [n], the surest first, `most` of them at most. */
export function worstMistakes(
  labels: ArrayLike<number>,
  probabilities: Float32Array,
  classes: number,
  most: number,
): Mistake[] {
  const mistakes: Mistake[] = [];
  for (let index = 0; index < labels.length; index++) {
    const row = probabilities.subarray(index * classes, (index + 1) * classes);
    const confidence = Math.max(...row);
    const predicted = row.indexOf(confidence);
    if (predicted !== labels[index])
      mistakes.push({index, truth: labels[index]!, predicted, confidence});
  }
  return mistakes.sort((a, b) => b.confidence - a.confidence).slice(0, most);
}
