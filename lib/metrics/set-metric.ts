/**
 * Metrics of a whole set of pictures, made of a statistic of two sets.
 *
 *     interval = half samples of the made pictures, against the same real ones
 *     floor    = { t(A, B) : A, B a random parting of all real pictures, as large as the real and the made sample }
 *
 * The floor is the null distribution of a permutation test (Fisher, 1935) for "these are real pictures, too", drawn from real pictures only.
 */
import {halfSampleInterval} from "./bootstrap-interval.js";
import {type Floor, floorOf} from "./floor.js";
import {checkSample, type FeatureSpace, type Metric, remarksOn, type Sample} from "./metric.js";
import {joined, picked} from "./sample.js";

export interface SetStatistic {
  /** Pictures needed on either side; the interval takes halves of the made ones, so it needs twice as many. */
  readonly least: number;
  /** Values that are possible at all. */
  readonly range: Floor;
  of(real: Sample, made: Sample, features: Widths): number;
}

type Widths = Pick<FeatureSpace, "size" | "classes">;

/** The metric of `statistic`. */
export function setMetric(statistic: SetStatistic): Metric {
  return (real, made, features) => {
    const {random, draws, held} = features;
    checkSample("real", real, features, statistic.least);
    checkSample("made", made, features, 2 * Math.max(2, statistic.least));
    const n = made.pictures.shape[0];
    checkSample("held-out real", held, features, n);
    const value = statistic.of(real, made, features);
    const ofPart = (indices: Uint32Array) =>
      statistic.of(real, picked(made, indices, features), features);
    const interval = halfSampleInterval(n, value, ofPart, draws, random.fork("interval"));
    return {
      value,
      interval: within(statistic.range, interval),
      floor: realFloor(statistic, real, n, features),
      n,
      remarks: [...remarksOn("real", real, features), ...remarksOn("made", made, features)],
    };
  };
}

/** What `n` real pictures get against as many as `real` has. */
function realFloor(
  statistic: SetStatistic,
  real: Sample,
  n: number,
  features: FeatureSpace,
): Floor {
  const all = joined(real, features.held);
  const count = real.pictures.shape[0];
  const random = features.random.fork("floor");
  const drawn = () => {
    const order = random.permutation(all.pictures.shape[0]);
    const [a, b] = [order.subarray(0, count), order.subarray(count, count + n)];
    return statistic.of(picked(all, a, features), picked(all, b, features), features);
  };
  return floorOf(Array.from({length: features.draws}, drawn));
}

function within({low, high}: Floor, interval: Floor): Floor {
  return {low: Math.max(low, interval.low), high: Math.min(high, interval.high)};
}
