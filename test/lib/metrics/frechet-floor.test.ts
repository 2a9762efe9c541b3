import {describe, expect, test} from "vitest";
import {featureStatistics, frechetDistance} from "../../../lib/metrics/frechet-distance.js";
import {frechetFloor} from "../../../lib/metrics/frechet-floor.js";
import {Random} from "../../../lib/random.js";

const d = 4;
const reference = {
  count: 1_000_000,
  mean: new Float64Array(d),
  covariance: Float64Array.from({length: d * d}, (_, i) => (i % (d + 1) === 0 ? 1 : 0)),
};

describe("frechetFloor", () => {
  test("has the bias of finite samples: about (d + d (d + 1) / 4) / n for standard normals", () => {
    const features = new Random(1).normals(8000 * d);
    for (const n of [100, 200, 400]) {
      const {low, high} = frechetFloor(features, reference, n, 10, new Random(2));
      const expected = (d + (d * (d + 1)) / 4) / n;
      expect(low).toBeLessThan(expected);
      expect(high).toBeGreaterThan(expected);
      expect((low + high) / 2).toBeLessThan(2 * expected);
      expect((low + high) / 2).toBeGreaterThan(0.7 * expected);
    }
  });

  test("holds about 95 % of the distances of fresh perfect samples", () => {
    const n = 100;
    const floor = frechetFloor(new Random(3).normals(8000 * d), reference, n, 10, new Random(4));
    const fresh = new Random(5);
    const distances = Array.from({length: 400}, () =>
      frechetDistance(featureStatistics(fresh.normals(n * d), d), reference),
    );
    const inside = distances.filter((x) => x >= floor.low && x <= floor.high).length / 400;
    expect(inside).toBeGreaterThan(0.91);
    expect(inside).toBeLessThan(0.99);
  });

  test("lies far below the distance of a sampler that is off by half a deviation", () => {
    const n = 100;
    const {high} = frechetFloor(new Random(6).normals(2000 * d), reference, n, 5, new Random(7));
    const off = new Random(8).normals(n * d).map((value) => value + 0.5);
    expect(frechetDistance(featureStatistics(off, d), reference)).toBeGreaterThan(3 * high);
  });

  test("is the same for the same seed", () => {
    const features = new Random(9).normals(400 * d);
    const floor = (seed: number) => frechetFloor(features, reference, 50, 4, new Random(seed));
    expect(floor(1)).toEqual(floor(1));
    expect(floor(1)).not.toEqual(floor(2));
  });

  test("refuses more pictures than half of those there are", () => {
    const features = new Float32Array(100 * d);
    expect(() => frechetFloor(features, reference, 51, 4, new Random(1))).toThrow(
      "invalid number of pictures: 51 (an integer from 2 to 50)",
    );
  });
});
