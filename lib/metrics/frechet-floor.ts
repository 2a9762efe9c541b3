/**
 * The floor of the Fréchet distance: what n real pictures that the reference has never seen score against it.
 *
 * It is not 0: statistics of n pictures are off by chance, and the distance is biased upwards by about c/n (Chong &
 * Forsyth, 2020, section 3). A generator inside the band is as good as real pictures, as far as n of them can tell.
 */
import type {Random} from "../random.js";
import {type Floor, floorOf} from "./floor.js";
import {type FeatureStatistics, featureStatistics, frechetDistance} from "./frechet-distance.js";

/**
 * Distances to `reference` of disjoint samples of `count` rows of `features` [m, d], m >= 2 count: each of `splits`
 * permutations is cut into as many samples as it holds. The permutations overlap each other, so as count nears m / 2
 * the band is a little too narrow.
 */
export function frechetFloor(
  features: Float32Array,
  reference: FeatureStatistics,
  count: number,
  splits: number,
  random: Random,
): Floor {
  const d = reference.mean.length;
  const available = features.length / d;
  if (!Number.isInteger(count) || count < 2 || count > available / 2)
    throw new RangeError(
      `invalid number of pictures: ${count} (an integer from 2 to ${Math.floor(available / 2)})`,
    );
  const distances: number[] = [];
  for (let split = 0; split < splits; split++)
    for (const sample of disjointSamples(features, d, count, random.permutation(available)))
      distances.push(frechetDistance(featureStatistics(sample, d), reference));
  return floorOf(distances);
}

/** Consecutive runs of `count` rows in the order given; what is left over is dropped. */
function* disjointSamples(
  features: Float32Array,
  d: number,
  count: number,
  order: Uint32Array,
): Generator<Float32Array> {
  for (let first = 0; first + count <= order.length; first += count) {
    const sample = new Float32Array(count * d);
    for (let i = 0; i < count; i++) {
      const row = order[first + i]! * d;
      sample.set(features.subarray(row, row + d), i * d);
    }
    yield sample;
  }
}
