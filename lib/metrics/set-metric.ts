/**
 * Metrics of a whole set of pictures, made of a statistic of two sets.
 *
 *     interval = half samples of the made pictures, against the same real ones
 *     floor    = { t(A, B) : A, B a random parting of all real pictures, as large as the real and the made sample }
 *
 * The floor is the null distribution of a permutation test (Fisher, 1935) for "these are real pictures, too", drawn from real pictures only.
 */
import {intervalAround} from "./bootstrap-interval.js";
import {type Floor, floorOf} from "./floor.js";
import type {FeatureSpace, Metric, MetricValue, Sample} from "./metric.js";
import {Pool, type Rows} from "./pool.js";

export interface SetStatistic {
  /** Made pictures needed; the interval takes halves, so that twice as many are asked for. Default 2. */
  readonly least?: number;
  /** Values that are possible at all. */
  readonly range: Floor;
  /** Whether its spread is that of the made pictures alone, and no difference of two: then its floor is widened, see `freshly`. */
  readonly madeAlone?: true;
  /** The statistic of these rows. */
  of(pool: Pool, real: Rows, made: Rows): number;
}

/** A metric that can share a pool with others. */
export type SetMetric = Metric & {of(pool: Pool): MetricValue};

/** The metric of `statistic`. */
export function setMetric(statistic: SetStatistic): SetMetric {
  const of = (pool: Pool) => judged(statistic, pool);
  return Object.assign(
    (real: Sample, made: Sample, features: FeatureSpace) => of(new Pool(real, made, features)),
    {of},
  );
}

/** All of `metrics` on the same pictures, which takes little more than the dearest of them. */
export function judgeAll<Name extends string>(
  metrics: Readonly<Record<Name, SetMetric>>,
  real: Sample,
  made: Sample,
  features: FeatureSpace,
): Readonly<Record<Name, MetricValue>> {
  const pool = new Pool(real, made, features);
  const names = Object.keys(metrics) as Name[];
  return Object.fromEntries(names.map((name) => [name, metrics[name].of(pool)])) as Record<
    Name,
    MetricValue
  >;
}

function judged(statistic: SetStatistic, pool: Pool): MetricValue {
  const {made, real, remarks} = pool;
  const [n, least] = [made.length, 2 * (statistic.least ?? 2)];
  if (n < least)
    throw new RangeError(`too few made pictures: ${n} (at least ${least}; judge more of them)`);
  const value = statistic.of(pool, real, made);
  const halves = pool.halves.map((half) => statistic.of(pool, real, half));
  return {
    value,
    interval: within(statistic.range, intervalAround(value, halves)),
    floor: within(statistic.range, realFloor(statistic, pool)),
    n,
    remarks,
  };
}

function within({low, high}: Floor, band: Floor): Floor {
  return {low: Math.max(low, band.low), high: Math.min(high, band.high)};
}

/** What as many real pictures as were made get, against as many as they were compared with. */
function realFloor(statistic: SetStatistic, pool: Pool): Floor {
  const values = pool.partings.map(([a, b]) => statistic.of(pool, a, b));
  const all = pool.real.length + pool.held.length;
  return floorOf(statistic.madeAlone ? freshly(values, pool.made.length, all) : values);
}

/**
 * Values of parts of n among N real pictures, spread as those of n pictures from outside are around them. Parts share pictures, so that
 * they differ too little: their variance is σ²/n (1 - n/N), that of fresh ones around the N is σ² (1/n + 1/N). A statistic of two parts has the
 * second by itself.
 */
function freshly(values: readonly number[], n: number, all: number): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const factor = Math.sqrt((1 + n / all) / (1 - n / all));
  return values.map((value) => mean + factor * (value - mean));
}
