/**
 * What the classifier's features are on real pictures: their mean and covariance over the training pictures, and the
 * floor: the Fréchet distances that n held-out real pictures score against them. Both are measured once, by
 * data/train-classifier.ts, and come in the classifier's file.
 */
import type {NamedArrays, NdArray} from "../array.js";
import type {Floor} from "../metrics/floor.js";
import type {FeatureStatistics} from "../metrics/frechet-distance.js";

export interface FeatureReference extends FeatureStatistics {
  /** The numbers of pictures for which the floor was measured, ascending. */
  readonly floorCounts: readonly number[];
  /** The floor of the Fréchet distance for `count` pictures, between the measured ones linear in 1/count (Chong &
   * Forsyth, 2020, section 3). Throws a RangeError outside of them. */
  floorAt(count: number): Floor;
}

interface FloorRow extends Floor {
  readonly count: number;
}

/** Reads `reference/count` [1], `reference/mean` [d], `reference/covariance` [d, d] and `reference/floor` [k, 3], whose
 * rows are count, low, high. */
export function featureReference(arrays: NamedArrays): FeatureReference {
  const rows = floorRows(arrayOf(arrays, "reference/floor"));
  return {
    count: arrayOf(arrays, "reference/count").data[0]!,
    mean: Float64Array.from(arrayOf(arrays, "reference/mean").data),
    covariance: Float64Array.from(arrayOf(arrays, "reference/covariance").data),
    floorCounts: rows.map(({count}) => count),
    floorAt: (count) => floorAt(rows, count),
  };
}

function floorAt(rows: readonly FloorRow[], count: number): Floor {
  const above = rows.findIndex((row) => row.count >= count);
  const right = rows[above];
  const left = rows[right?.count === count ? above : above - 1];
  if (!left || !right)
    throw new RangeError(
      `invalid number of pictures: ${count} (from ${rows[0]?.count} to ${rows.at(-1)?.count})`,
    );
  if (left === right) return {low: left.low, high: left.high};
  const t = (1 / count - 1 / left.count) / (1 / right.count - 1 / left.count);
  return {
    low: left.low + t * (right.low - left.low),
    high: left.high + t * (right.high - left.high),
  };
}

function floorRows({data}: NdArray): FloorRow[] {
  return Array.from({length: data.length / 3}, (_, i) => {
    return {count: data[3 * i]!, low: data[3 * i + 1]!, high: data[3 * i + 2]!};
  });
}

function arrayOf(arrays: NamedArrays, name: string): NdArray {
  const array = arrays[name];
  if (!array)
    throw new RangeError(`missing array: ${name} (given: ${Object.keys(arrays).join(", ")})`);
  return array;
}
