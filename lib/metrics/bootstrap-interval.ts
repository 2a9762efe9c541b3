/**
 * Intervals of 95 % from the sample itself, by drawing from it again.
 *
 *     bootstrap      [q₂.₅, q₉₇.₅] of { t(S*) : S* = n drawn from S with replacement }
 *     half samples   t(S) + [q₂.₅, q₉₇.₅] of { t(H) - mean t(H) : H = n/2 of S without replacement }
 *
 * The bootstrap (Efron, 1979) is for means of items. It draws pictures twice, and to whatever looks for neighbours or for spread a picture
 * beside its own copy is another thing: k-NN measures and distances of few pictures go wrong with it. Half samples draw none twice, and the spread of
 * t over them is that of t over fresh samples of n (Shao & Wu, 1989, the delete-d jackknife with d = n/2); the bias of half as many pictures
 * is taken out with their mean.
 */
import type {Random} from "../random.js";
import {type Floor, floorOf} from "./floor.js";

type Statistic = (indices: Uint32Array) => number;

/** Of a statistic that is a mean over `n` items, given those drawn; `draws` at least 20. */
export function bootstrapInterval(
  n: number,
  statistic: Statistic,
  draws: number,
  random: Random,
): Floor {
  checkCount(n, 2);
  const drawn = () => Uint32Array.from({length: n}, () => random.integer(n));
  return floorOf(Array.from({length: draws}, () => statistic(drawn())));
}

/** Around `value`, the statistic of all `n` items; `draws` at least 20. */
export function halfSampleInterval(
  n: number,
  value: number,
  statistic: Statistic,
  draws: number,
  random: Random,
): Floor {
  return intervalAround(value, halvesOf(n, draws, random).map(statistic));
}

/** `draws` random halves of the numbers below `n`, at least 4. */
export function halvesOf(n: number, draws: number, random: Random): Uint32Array[] {
  checkCount(n, 4);
  return Array.from({length: draws}, () => random.permutation(n).subarray(0, Math.floor(n / 2)));
}

/** The spread of `values`, at least 20 half samples', around `value`. */
export function intervalAround(value: number, values: readonly number[]): Floor {
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
  const {low, high} = floorOf(values);
  return {low: value + low - mean, high: value + high - mean};
}

function checkCount(n: number, least: number): void {
  if (!Number.isInteger(n) || n < least)
    throw new RangeError(`too few items for an interval: ${n} (a whole number, at least ${least})`);
}
