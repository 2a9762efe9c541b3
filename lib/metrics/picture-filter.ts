/**
 * A filter that holds back every picture in which it sees a forbidden kind, and its two kinds of mistake.
 *
 *     held  =  p(forbidden | x) >= limit
 *     missed: of the forbidden kind, and not held        false alarms: of another kind, and held
 *     of all that is held, the share of another kind  =  a (1 - s) / (a (1 - s) + f s)
 *
 * with f the share of the forbidden kind that is held, a that of the others, and s the share of forbidden pictures among all that come (Bayes; `rightAlarms` of
 * calibration.ts). Probabilities are [n, kinds], row-major, from 0 to 1.
 */
import {binomialInterval, type Interval} from "./binomial-interval.js";
import {rightAlarms} from "./calibration.js";

/** How many of `count` pictures are held back. */
export interface Held {
  readonly held: number;
  readonly count: number;
}

export interface SeenPictures {
  /** What each picture is, [n]. */
  readonly kinds: ArrayLike<number>;
  /** What the filter sees in it, [n, kinds]. */
  readonly probabilities: ArrayLike<number>;
}

/** Of each of `kindCount` kinds, how many pictures have p(forbidden) >= `limit`. */
export function heldByKind(
  {kinds, probabilities}: SeenPictures,
  kindCount: number,
  {forbidden, limit}: {readonly forbidden: number; readonly limit: number},
): Held[] {
  if (probabilities.length !== kinds.length * kindCount)
    throw new RangeError(
      `invalid number of probabilities: ${probabilities.length} (${kinds.length} pictures of ${kindCount} kinds: ${kinds.length * kindCount})`,
    );
  if (!(limit >= 0 && limit <= 1))
    throw new RangeError(`invalid limit: ${limit} (a number from 0 to 1)`);
  const counts = Array.from({length: kindCount}, () => ({held: 0, count: 0}));
  for (let i = 0; i < kinds.length; i++) {
    const of = counts[kinds[i]!]!;
    of.count++;
    if (probabilities[i * kindCount + forbidden]! >= limit) of.held++;
  }
  return counts;
}

/** All kinds but the forbidden one, together. */
export function heldOfOthers(byKind: readonly Held[], forbidden: number): Held {
  const others = byKind.filter((_, kind) => kind !== forbidden);
  return {
    held: others.reduce((sum, {held}) => sum + held, 0),
    count: others.reduce((sum, {count}) => sum + count, 0),
  };
}

/**
 * Of all pictures that are held back the share that is not forbidden, where `share` of all that come are: with an interval made of those of both shares, 97.5 %
 * each, so that both hold in at least 95 % of all cases. NaN where none is held.
 */
export function innocentShare(
  forbidden: Held,
  others: Held,
  share: number,
): Interval & {readonly share: number} {
  const level = 0.975;
  const found = binomialInterval(forbidden.held, forbidden.count, level);
  const alarms = binomialInterval(others.held, others.count, level);
  const innocent = (right: number, wrong: number) => 1 - rightAlarms(right, wrong, share);
  return {
    share: innocent(forbidden.held / forbidden.count, others.held / others.count),
    low: innocent(found.high, alarms.low),
    high: innocent(found.low, alarms.high),
  };
}
