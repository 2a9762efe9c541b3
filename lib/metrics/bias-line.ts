/**
 * The line that a biased score follows as pictures become many, and where it ends:
 *
 *     t(n) ≈ t(∞) + c / n
 *
 * (Chong & Forsyth, 2020, section 3). Fitted by least squares to values at several n, each the mean of scores of random parts. Read at 1/n = 0 it gives the
 * score for endlessly many pictures, as far as the line holds: below some tens of pictures it does not.
 */
import type {Random} from "../random.js";
import type {Pool, Rows} from "./pool.js";

export interface BiasLine {
  /** t(∞). */
  readonly limit: number;
  /** c. */
  readonly slope: number;
}

export interface ScoreAt {
  readonly n: number;
  readonly value: number;
}

/** The line through at least two scores at different n. */
export function biasLine(scores: readonly ScoreAt[]): BiasLine {
  const x = scores.map(({n}) => 1 / n);
  const [mx, my] = [meanOf(x), meanOf(scores.map(({value}) => value))];
  const spread = x.reduce((sum, each) => sum + (each - mx) ** 2, 0);
  if (!(spread > 0))
    throw new RangeError(
      `too few numbers of pictures: ${new Set(x).size} (scores at 2 or more different ones)`,
    );
  const slope = scores.reduce((sum, {value}, i) => sum + (x[i]! - mx) * (value - my), 0) / spread;
  return {slope, limit: my - slope * mx};
}

/** For each of `counts` the mean score of `draws` random parts of that many made pictures. */
export function scoresByCount(
  pool: Pool,
  score: (pool: Pool, real: Rows, made: Rows) => number,
  counts: readonly number[],
  draws: number,
  random: Random,
): ScoreAt[] {
  return counts.map((n) => {
    const part = () => random.permutation(pool.made.length).subarray(0, n);
    const values = Array.from({length: draws}, () =>
      score(
        pool,
        pool.real,
        part().map((i) => pool.made[i]!),
      ),
    );
    return {n, value: meanOf(values)};
  });
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
