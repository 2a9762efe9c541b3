import {describe, expect, test} from "vitest";
import type {NamedArrays} from "../../../lib/array.js";
import {featureReference} from "../../../lib/models/feature-reference.js";

function arrays(floor: readonly number[]): NamedArrays {
  return {
    "reference/count": {data: Float32Array.of(10000), shape: [1]},
    "reference/mean": {data: Float32Array.of(1, 2), shape: [2]},
    "reference/covariance": {data: Float32Array.of(4, 1, 1, 3), shape: [2, 2]},
    "reference/floor": {data: Float32Array.from(floor), shape: [floor.length / 3, 3]},
  };
}

// low = 2 + 400 / n and high = 3 + 800 / n: linear in 1 / n, as the bias is.
const rows = [100, 6, 11, 200, 4, 7, 400, 3, 5];

describe("featureReference", () => {
  test("reads the statistics", () => {
    const {count, mean, covariance, floorCounts} = featureReference(arrays(rows));
    expect([count, ...mean, ...covariance]).toEqual([10000, 1, 2, 4, 1, 1, 3]);
    expect(floorCounts).toEqual([100, 200, 400]);
  });

  test("gives the measured floors and, between them, the line in 1 / n", () => {
    const {floorAt} = featureReference(arrays(rows));
    expect(floorAt(100)).toEqual({low: 6, high: 11});
    expect(floorAt(400)).toEqual({low: 3, high: 5});
    for (const n of [101, 160, 250, 399]) {
      expect(floorAt(n).low).toBeCloseTo(2 + 400 / n, 12);
      expect(floorAt(n).high).toBeCloseTo(3 + 800 / n, 12);
    }
  });

  test("does not guess outside of what was measured", () => {
    const {floorAt} = featureReference(arrays(rows));
    for (const n of [99, 401, Number.NaN])
      expect(() => floorAt(n)).toThrow(`invalid number of pictures: ${n} (from 100 to 400)`);
  });

  test("names what a file lacks", () => {
    const {"reference/mean": _, ...rest} = arrays(rows);
    expect(() => featureReference(rest)).toThrow("missing array: reference/mean");
  });
});
