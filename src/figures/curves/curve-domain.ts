/**
 * The interval of a curve plot's vertical axis: all finite values but the most extreme of them, so that one spike does not
 * flatten thousands of steps; the levels always; and how many values lie outside, which the figure says.
 */
export interface CurveDomain {
  readonly low: number;
  readonly high: number;
  readonly outside: number;
}

/** Share of the values at each end that may fall outside. */
const extremes = 0.005;

export function curveDomain(
  curves: readonly ArrayLike<number>[],
  levels: readonly number[],
  log: boolean,
): CurveDomain {
  const values = sortedValues(curves, log);
  const kept = [quantile(values, extremes), quantile(values, 1 - extremes), ...levels];
  if (!log) kept.push(0);
  const finite = kept.filter((value) => Number.isFinite(value) && (!log || value > 0));
  if (finite.length === 0) return {low: log ? 0.1 : 0, high: 1, outside: 0};
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  const wide = high > low ? high : low + Math.max(Math.abs(low), 1);
  const margin = log ? 1 : 0.02 * (wide - low);
  const top = log ? wide * 1.05 : wide + margin;
  return {low, high: top, outside: countOutside(values, low, top)};
}

/** A typed array sorts tens of thousands of numbers in a few milliseconds; a plain one with a comparator does not. */
function sortedValues(curves: readonly ArrayLike<number>[], log: boolean): Float32Array {
  const all = new Float32Array(curves.reduce((sum, {length}) => sum + length, 0));
  let count = 0;
  for (const curve of curves)
    for (let i = 0; i < curve.length; i++)
      if (Number.isFinite(curve[i]!) && (!log || curve[i]! > 0)) all[count++] = curve[i]!;
  return all.subarray(0, count).sort();
}

/** The value below which `share` of the sorted values lie; NaN when there are none. */
function quantile(sorted: Float32Array, share: number): number {
  return sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
}

function countOutside(values: Float32Array, low: number, high: number): number {
  return values.reduce((count, value) => count + (value < low || value > high ? 1 : 0), 0);
}
