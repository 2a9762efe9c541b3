/**
 * The interval of 95 % of a mean over many items, by its standard error:
 *
 *     m ± 1.96 s / √n        m = mean x_i,  s² = mean (x_i - m)²
 *
 * (the central limit theorem). Meant for hundreds of items or more; for few it is too narrow.
 */
import type {Floor} from "./floor.js";

/** Around the mean of `values`, at least two finite numbers; or around `told`, the same mean summed in another precision. */
export function meanInterval(
  values: ArrayLike<number>,
  told?: number,
): Floor & {readonly mean: number} {
  const n = values.length;
  if (n < 2) throw new RangeError(`too few values: ${n} (at least 2)`);
  const all = Array.from(values);
  const mean = all.reduce((sum, each) => sum + each, 0) / n;
  const variance = all.reduce((sum, each) => sum + (each - mean) ** 2, 0) / n;
  const spread = 1.96 * Math.sqrt(variance / n);
  const middle = told ?? mean;
  return {mean, low: middle - spread, high: middle + spread};
}
