import {formatNumber} from "../../controls/format.js";

export interface RateSweepData {
  /** Ascending. */
  readonly rates: readonly number[];
  /** The loss of each after every step so far. */
  readonly losses: readonly ArrayLike<number>[];
  /** The loss of each at the step that is shown; NaN before the first. */
  readonly now: readonly number[];
  /** The same of runs to compare with. */
  readonly comparisons: readonly (readonly number[])[];
  /** The step that is shown. */
  readonly step: number;
  /** Steps of a whole run. */
  readonly steps: number;
  /** The loss of knowing nothing, and that of a network which is lost. */
  readonly nothing: number;
  readonly lost: number;
}

/** The place of the least loss; -1 before the first step. */
export function bestPlace({now}: Pick<RateSweepData, "now">): number {
  return now.reduce((best, loss, i) => (loss < (now[best] ?? Infinity) ? i : best), -1);
}

/** "Least loss now: 0.31, at a rate of 0.3. Lost: 3." */
export function sweepWords(data: RateSweepData): string {
  const best = bestPlace(data);
  if (best < 0) return "No step yet.";
  const lost = data.rates.filter((_, i) => data.now[i]! >= data.lost);
  const also = lost.length > 0 ? ` Lost: ${lost.join(", ")}.` : "";
  return `Least loss now: ${formatNumber(data.now[best]!)}, at a rate of ${data.rates[best]}.${also}`;
}
