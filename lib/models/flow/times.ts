/**
 * The times at which a sampler stops on its way from noise (0) to picture (1):
 *
 *     even        t_i = i / n
 *     quadratic   t_i = 1 - (1 - i / n)²     small steps at last (Song, Meng & Ermon, 2021, appendix D.2)
 */
import {named} from "../../named.js";

export type Spacing = "even" | "quadratic";

const spacings: Readonly<Record<Spacing, (share: number) => number>> = {
  even: (share) => share,
  quadratic: (share) => 1 - (1 - share) * (1 - share),
};

/** Those of `count` steps, one more than there are; from `first`, 0 for pure noise. */
export function timesOf(count: number, spacing: Spacing = "even", first = 0): number[] {
  if (!Number.isInteger(count) || count < 1)
    throw new RangeError(`invalid steps: ${count} (a whole number, 1 or more)`);
  if (!(first >= 0 && first < 1))
    throw new RangeError(`invalid first time: ${first} (from 0 to below 1)`);
  const place = named("spacing", spacings, spacing);
  return Array.from({length: count + 1}, (_, i) => first + (1 - first) * place(i / count));
}

/** Throws a RangeError unless `times` rise from 0 or later to 1. */
export function checkTimes(times: readonly number[]): void {
  const rises = times.every((t, i) => (i === 0 ? t >= 0 : t > times[i - 1]!));
  if (times.length < 2 || !rises || times.at(-1) !== 1)
    throw new RangeError(
      `invalid times: ${times.slice(0, 4).join(", ")} (at least two, rising, from 0 or later to 1)`,
    );
}
