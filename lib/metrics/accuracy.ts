/**
 * Accuracy: the share p = k / n of pictures whose predicted class is the true one, with the 95 % interval in which the
 * true share may lie, n being finite (Wilson, 1927; z = 1.96):
 *
 *     (p + z² / 2n ± z sqrt(p (1 - p) / n + z² / 4n²)) / (1 + z² / n)
 */
export interface Accuracy {
  /** From 0 to 1. */
  readonly share: number;
  /** The interval around it. */
  readonly low: number;
  readonly high: number;
  readonly right: number;
  readonly count: number;
}

/** Compares `predicted` [n] with `labels` [n], n >= 1. */
export function accuracy(labels: ArrayLike<number>, predicted: ArrayLike<number>): Accuracy {
  const count = labels.length;
  if (predicted.length !== count)
    throw new RangeError(`lengths differ: ${count} labels and ${predicted.length} predictions`);
  if (count === 0) throw new RangeError("too few pictures: 0 (at least 1)");
  let right = 0;
  for (let i = 0; i < count; i++) if (labels[i] === predicted[i]) right++;
  return {share: right / count, right, count, ...wilson(right, count)};
}

/** The interval of a `share` of `count`, all from 0 to 1. Throws a RangeError for a share of nothing, or none. */
export function shareInterval(share: number, count: number): Pick<Accuracy, "low" | "high"> {
  if (!(count >= 1)) throw new RangeError(`invalid count: ${count} (at least 1)`);
  if (!(share >= 0 && share <= 1)) throw new RangeError(`invalid share: ${share} (from 0 to 1)`);
  return wilson(share * count, count);
}

/** The class of the largest score in each row of `scores` [n, classes]; the first one of equals. */
export function topClasses(scores: Float32Array, classes: number): Uint8Array {
  return Uint8Array.from({length: scores.length / classes}, (_, row) => {
    let top = 0;
    for (let k = 1; k < classes; k++)
      if (scores[row * classes + k]! > scores[row * classes + top]!) top = k;
    return top;
  });
}

const z = 1.959963984540054; // the 0.975 quantile of the standard normal

function wilson(right: number, count: number): Pick<Accuracy, "low" | "high"> {
  const p = right / count;
  const centre = (p + (z * z) / (2 * count)) / (1 + (z * z) / count);
  const half =
    (z / (1 + (z * z) / count)) * Math.sqrt((p * (1 - p)) / count + (z * z) / (4 * count * count));
  return {low: Math.max(0, centre - half), high: Math.min(1, centre + half)};
}
