/** What a classifier's file says of its features on real pictures: the arrays that lib/models/feature-reference.ts reads. */
import type {NamedArrays} from "../lib/array.js";
import {featureStatistics} from "../lib/metrics/frechet-distance.js";
import {frechetFloor} from "../lib/metrics/frechet-floor.js";
import type {Random} from "../lib/random.js";

const floorCounts = [128, 256, 512, 1000];
const floorSplits = 20;

/**
 * The statistics of features `onTrain` [n, d], and the floor of the Fréchet distance, measured on those of held-out pictures,
 * `onTest` [m, d], for every usual count up to m / 2.
 */
export function referenceArrays(
  onTrain: Float32Array,
  onTest: Float32Array,
  d: number,
  random: Random,
): NamedArrays {
  const reference = featureStatistics(onTrain, d);
  const counts = floorCounts.filter((count) => count <= onTest.length / d / 2);
  const rows = counts.map((count) => {
    const {low, high} = frechetFloor(onTest, reference, count, floorSplits, random);
    console.log(`floor for ${count} pictures: ${low.toFixed(2)} to ${high.toFixed(2)}`);
    return [count, low, high];
  });
  return {
    "reference/count": {data: Float32Array.of(reference.count), shape: [1]},
    "reference/mean": {data: Float32Array.from(reference.mean), shape: [d]},
    "reference/covariance": {data: Float32Array.from(reference.covariance), shape: [d, d]},
    "reference/floor": {data: Float32Array.from(rows.flat()), shape: [rows.length, 3]},
  };
}
