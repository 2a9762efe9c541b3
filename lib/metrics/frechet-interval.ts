/**
 * The interval of a Fréchet distance to fixed statistics: where it might as well lie with other pictures of the same generator.
 *
 *     d²(S) + [q₂.₅, q₉₇.₅] of { d²(H) - mean d²(H) : H = n/2 of the n made pictures, without replacement }
 *
 * The half samples of bootstrap-interval.ts, by the quick distance of frechet-metric.ts. It is about the distance as it is, with the bias of n pictures.
 */
import type {Random} from "../random.js";
import {halfSampleInterval} from "./bootstrap-interval.js";
import type {Floor} from "./floor.js";
import {type FeatureStatistics, featureStatistics, frechetDistance} from "./frechet-distance.js";
import {frechetTerms} from "./frechet-metric.js";
import {rowsAt} from "./sample.js";

/** Half samples: few, for each takes a millisecond or two. */
const draws = 20;

/** The distance of all rows of `features` [n, d] to `reference`, and its interval: see `frechetInterval`. */
export interface MeasuredDistance {
  readonly distance: number;
  readonly interval: Floor;
}

export function frechetWithInterval(
  features: Float32Array,
  reference: FeatureStatistics,
  random: Random,
): MeasuredDistance {
  const statistics = featureStatistics(features, reference.mean.length);
  const distance = frechetDistance(statistics, reference);
  return {distance, interval: frechetInterval(features, reference, distance, random)};
}

/** Around `distance`, that of all rows of `features` [n, d] to `reference`, n >= 4. The same state of `random`, which stays, gives the same. */
export function frechetInterval(
  features: Float32Array,
  reference: FeatureStatistics,
  distance: number,
  random: Random,
): Floor {
  const d = reference.mean.length;
  const ofRows = (rows: Uint32Array) => {
    const {centres, shapes} = frechetTerms(
      reference,
      featureStatistics(rowsAt(features, rows, d), d),
    );
    return centres + shapes;
  };
  const chance = random.fork("interval");
  const {low, high} = halfSampleInterval(features.length / d, distance, ofRows, draws, chance);
  return {low: Math.max(0, low), high};
}
