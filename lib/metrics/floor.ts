/**
 * The noise floor of a metric: what it gives although nothing is wrong, because samples are finite. A value inside the
 * band cannot be told from perfect; a metric without its floor says little.
 */
export interface Floor {
  readonly low: number;
  readonly high: number;
}

/** A band of shares, from 0 to 1. */
export function inPerCent({low, high}: Floor): Floor {
  return {low: 100 * low, high: 100 * high};
}

/** The band that holds the middle 95 % of `values`, at least 20 measurements of perfect samples. */
export function floorOf(values: readonly number[]): Floor {
  if (values.length < 20) throw new RangeError(`too few values: ${values.length} (at least 20)`);
  return {low: quantile(values, 0.025), high: quantile(values, 0.975)};
}

/** The q-quantile, linear between order statistics (Hyndman & Fan, 1996, type 7; NumPy's default). */
export function quantile(values: readonly number[], q: number): number {
  if (values.length === 0) throw new RangeError("too few values: 0 (at least 1)");
  if (!(q >= 0 && q <= 1)) throw new RangeError(`invalid quantile: ${q} (a number from 0 to 1)`);
  const sorted = Float64Array.from(values).sort();
  const place = q * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.ceil(place);
  return sorted[below]! + (place - below) * (sorted[above]! - sorted[below]!);
}
