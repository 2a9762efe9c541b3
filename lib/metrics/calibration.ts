/**
 * Whether probabilities mean what they say: of all cases given 80 %, does it hold in 80 of 100?
 *
 *     ECE = Σ_b n_b / n · | mean of p in b - share of truths in b |,   b the bins of equal width from 0 to 1
 *
 * (Naeini, Cooper and Hauskrecht, 2015; Guo and others, 2017, section 2.) It depends on the number of bins, and with few cases it is above 0 for a
 * perfect forecaster too.
 *
 * And what a test means where what it looks for is rare (Bayes): of all alarms the share that is right,
 *
 *     right = found · share / (found · share + falseAlarms · (1 - share))
 */
export interface CalibrationBin {
  readonly count: number;
  /** Means over the bin; NaN where it is empty. */
  readonly said: number;
  readonly true: number;
}

/** Bins of `probabilities` (0 to 1) of what is true (1) or not (0). */
export function calibrationBins(
  probabilities: ArrayLike<number>,
  truths: ArrayLike<number>,
  bins: number,
): CalibrationBin[] {
  if (probabilities.length !== truths.length)
    throw new RangeError(`lengths differ: ${probabilities.length} and ${truths.length}`);
  const sums = Array.from({length: bins}, () => ({count: 0, said: 0, true: 0}));
  for (let i = 0; i < probabilities.length; i++) {
    const p = probabilities[i]!;
    if (!(p >= 0 && p <= 1)) throw new RangeError(`invalid probability: ${p} (from 0 to 1)`);
    const bin = sums[Math.min(bins - 1, Math.floor(p * bins))]!;
    bin.count += 1;
    bin.said += p;
    bin.true += truths[i]!;
  }
  return sums.map(({count, said, true: held}) => ({
    count,
    said: said / count,
    true: held / count,
  }));
}

/** ECE, from 0 to 1. */
export function calibrationError(bins: readonly CalibrationBin[]): number {
  const all = bins.reduce((sum, {count}) => sum + count, 0);
  const filled = bins.filter(({count}) => count > 0);
  return filled.reduce((sum, bin) => sum + (bin.count / all) * Math.abs(bin.said - bin.true), 0);
}

/** The share of alarms that are right where `share` of all cases are what is looked for. NaN where there is no alarm. */
export function rightAlarms(found: number, falseAlarms: number, share: number): number {
  const [right, wrong] = [found * share, falseAlarms * (1 - share)];
  return right / (right + wrong);
}
