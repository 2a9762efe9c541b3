import {expect, test} from "vitest";
import {featureStatistics, frechetDistance} from "../../../lib/metrics/frechet-distance.js";
import {frechetInterval, frechetWithInterval} from "../../../lib/metrics/frechet-interval.js";
import {Random} from "../../../lib/random.js";

const d = 4;
const n = 300;
const reference = featureStatistics(new Random(1).normals(5000 * d), d);
/** Rows around another middle, and wider. */
const made = (random: Random) => random.normals(n * d).map((value) => 0.6 + 1.3 * value);
const distanceOf = (features: Float32Array) =>
  frechetDistance(featureStatistics(features, d), reference);

test("the interval is about as wide as fresh samples spread, and holds the distance", () => {
  const random = new Random(2);
  const fresh = Array.from({length: 200}, () => distanceOf(made(random)));
  const mean = fresh.reduce((sum, value) => sum + value, 0) / fresh.length;
  const spread = Math.sqrt(
    fresh.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (fresh.length - 1),
  );
  const widths = Array.from({length: 40}, () => {
    const features = made(random);
    const distance = distanceOf(features);
    const {low, high} = frechetInterval(features, reference, distance, random.fork("it"));
    expect(low).toBeLessThan(distance);
    expect(high).toBeGreaterThan(distance);
    return high - low;
  });
  const width = widths.reduce((sum, value) => sum + value, 0) / widths.length;
  // The middle 95 % of a normal number are 3.92 deviations; of 20 draws the outermost two quantiles come to about 3.5.
  expect(width / spread).toBeGreaterThan(2.8);
  expect(width / spread).toBeLessThan(4.5);
});

test("with its interval the distance is what it is without", () => {
  const random = new Random(4);
  const features = made(random);
  const distance = distanceOf(features);
  expect(frechetWithInterval(features, reference, random)).toEqual({
    distance,
    interval: frechetInterval(features, reference, distance, random),
  });
});

test("the same chance gives the same, and is not used up; nothing is below 0", () => {
  const random = new Random(3);
  const features = made(random);
  const before = random.state();
  const first = frechetInterval(features, reference, 1, random);
  expect(frechetInterval(features, reference, 1, random)).toEqual(first);
  expect(random.state()).toEqual(before);
  expect(frechetInterval(features, reference, 0.001, random).low).toBe(0);
  expect(() => frechetInterval(features.subarray(0, 3 * d), reference, 1, random)).toThrow(
    /too few items for an interval: 3/,
  );
});
