/**
 * Metrics of pairs: picture i that was made against picture i, or prompt i, that it should be.
 *
 *     value = 1/n Σ_i score(i, i),   interval = bootstrap over i,   floor = { 1/n Σ_i score(i, π(i)) : π without a fixed point }
 *
 * The floor is what pairs get that were never meant for each other. A score may be undefined for a pair; such pairs are left out, and a remark says so.
 */
import {bootstrapInterval} from "./bootstrap-interval.js";
import {type Floor, floorOf} from "./floor.js";
import {
  checkSample,
  type FeatureSpace,
  type Metric,
  type MetricValue,
  remarksOn,
  type Sample,
} from "./metric.js";

export interface PairStatistic {
  /** Score of picture `made` of the one sample against picture or prompt `real` of the other; `undefined` where it has none. */
  score(real: Sample, made: Sample, places: Places, space: FeatureSpace): number | undefined;
  /** Says of pairs why they have no score: "are equal in every pixel". */
  readonly scoreless: string;
}

type Chance = Pick<FeatureSpace, "draws" | "random">;

interface Places {
  readonly real: number;
  readonly made: number;
}

/** The metric that is the mean of `statistic`'s scores. `held` of the space is not needed: chance is drawn from the pairs themselves. */
export function pairMetric(statistic: PairStatistic): Metric {
  return (real, made, space) => {
    const n = checkedPairs(real, made, space);
    const scoreOf = (i: number, j: number) =>
      statistic.score(real, made, {real: i, made: j}, space);
    const judged = pairScore(n, scoreOf, statistic, space);
    return {...judged, remarks: [...judged.remarks, ...remarksOn("made", made, space)]};
  };
}

/** The mean of the scores `scoreOf(i, i)` of `n` pairs, where these are known already. */
export function pairScore(
  n: number,
  scoreOf: (real: number, made: number) => number | undefined,
  statistic: Pick<PairStatistic, "scoreless">,
  space: Chance,
): MetricValue {
  const paired = Array.from({length: n}, (_, i) => scoreOf(i, i));
  const scores = paired.filter((score) => score !== undefined);
  if (scores.length < 2)
    throw new RangeError(
      `too few pairs with a score: ${scores.length} of ${n} (at least 2; the others ${statistic.scoreless})`,
    );
  const mean = (rows: Uint32Array) => meanOf(Array.from(rows, (i) => scores[i]!));
  return {
    value: meanOf(scores),
    interval: bootstrapInterval(scores.length, mean, space.draws, space.random.fork("interval")),
    floor: mixedFloor(n, scoreOf, space),
    n: scores.length,
    remarks: leftOut(n - scores.length, n, statistic),
  };
}

function checkedPairs(real: Sample, made: Sample, space: FeatureSpace): number {
  checkSample("real", real, space, 3);
  checkSample("made", made, space, 3);
  const [n, m] = [real.pictures.shape[0], made.pictures.shape[0]];
  if (n !== m) throw new RangeError(`numbers of pictures differ: ${n} and ${m} (pairs of them)`);
  return n;
}

/** Each goes to the next of a random round, so that none meets its own. */
function mixedFloor(
  n: number,
  scoreOf: (i: number, j: number) => number | undefined,
  {draws, random}: Chance,
): Floor {
  const chance = random.fork("floor");
  const mixed = () => {
    const round = chance.permutation(n);
    const scores = Array.from(round, (i, place) => scoreOf(i, round[(place + 1) % n]!));
    return meanOf(scores.filter((score) => score !== undefined));
  };
  return floorOf(Array.from({length: draws}, mixed));
}

function leftOut(
  count: number,
  n: number,
  {scoreless}: Pick<PairStatistic, "scoreless">,
): string[] {
  return count === 0 ? [] : [`${count} of ${n} pairs ${scoreless}: they are left out.`];
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
