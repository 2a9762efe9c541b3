/** How often two rows of labels agree, attribute by attribute and over all of them, each with its 95 % interval. */
import {type Accuracy, accuracy} from "./accuracy.js";

export interface AttributeAgreement {
  /** In the order of the attributes. */
  readonly byAttribute: readonly Accuracy[];
  /** The mean of their shares. */
  readonly mean: number;
}

/** Compares `predicted` with `labels`, both [n, width] flat, column by column. */
export function attributeAgreement(
  labels: ArrayLike<number>,
  predicted: ArrayLike<number>,
  width: number,
): AttributeAgreement {
  if (labels.length !== predicted.length || labels.length % width !== 0)
    throw new RangeError(
      `invalid labels: ${labels.length} and ${predicted.length} (equally many, a multiple of ${width})`,
    );
  const byAttribute = Array.from({length: width}, (_, a) =>
    accuracy(columnOf(labels, a, width), columnOf(predicted, a, width)),
  );
  const mean = byAttribute.reduce((sum, {share}) => sum + share, 0) / width;
  return {byAttribute, mean};
}

/** Every `width`-th of `rows` from `column` on. */
export function columnOf(rows: ArrayLike<number>, column: number, width: number): number[] {
  return Array.from({length: rows.length / width}, (_, i) => rows[i * width + column]!);
}
