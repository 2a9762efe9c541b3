/**
 * Class coverage: of how many classes a generator makes recognisable pictures at all; it falls when modes collapse.
 *
 *     c_k = #{i : k is the top class of picture i, with probability >= confidence}
 *     covered = #{k : c_k >= share · n / classes}
 *
 * The idea is that of counting modes with a classifier (Metz et al., 2017, section 3.3.1; Srivastava et al., 2017).
 * The defaults: probability 0.9, and a tenth of the fair share. Real pictures of balanced classes score every class.
 */
export interface ClassCoverage {
  /** Classes covered, from 0 to the number of classes. */
  readonly covered: number;
  /** c_k, confidently recognised pictures by class. [classes] */
  readonly counts: Uint32Array;
  /** The least c_k that covers a class. */
  readonly needed: number;
  /** Pictures recognised with less than `confidence`. */
  readonly unsure: number;
}

const defaultShare = 0.1;

/** The least share of all pictures that covers one of `classes`, by default. */
export function leastShare(classes: number): number {
  return defaultShare / classes;
}

export interface CoverageOptions {
  /** Least probability of the top class, from 0 to 1. */
  readonly confidence?: number;
  /** Least share of n / classes, above 0 and at most 1. */
  readonly share?: number;
}

/** Counts the classes in `probabilities` [n, classes], rows from a softmax. */
export function classCoverage(
  probabilities: Float32Array,
  classes: number,
  {confidence = 0.9, share = defaultShare}: CoverageOptions = {},
): ClassCoverage {
  const count = probabilities.length / classes;
  if (!Number.isInteger(count) || count === 0)
    throw new RangeError(
      `invalid probabilities: ${probabilities.length} values (a positive multiple of ${classes})`,
    );
  if (!(confidence >= 0 && confidence <= 1))
    throw new RangeError(`invalid confidence: ${confidence} (a number from 0 to 1)`);
  if (!(share > 0 && share <= 1))
    throw new RangeError(`invalid share: ${share} (a number above 0, at most 1)`);
  const counts = confidentCounts(probabilities, classes, confidence);
  const needed = Math.ceil((share * count) / classes);
  return {
    covered: counts.filter((c) => c >= needed).length,
    counts,
    needed,
    unsure: counts.reduce((left, c) => left - c, count),
  };
}

function confidentCounts(p: Float32Array, classes: number, confidence: number): Uint32Array {
  const counts = new Uint32Array(classes);
  for (let row = 0; row < p.length; row += classes) {
    let top = 0;
    for (let k = 1; k < classes; k++) if (p[row + k]! > p[row + top]!) top = k;
    if (p[row + top]! >= confidence) counts[top]!++;
  }
  return counts;
}
