import {describe, expect, test} from "vitest";
import {floorOf, quantile} from "../../../lib/metrics/floor.js";
import reference from "../../reference/metrics.json" with {type: "json"};

describe("quantile", () => {
  test("agrees with NumPy", () => {
    const {values, q, quantiles} = reference.quantile;
    q.forEach((share, i) => {
      expect(quantile(values, share)).toBeCloseTo(quantiles[i]!, 12);
    });
  });

  test("refuses no values and a share that is none", () => {
    expect(() => quantile([], 0.5)).toThrow("too few values: 0 (at least 1)");
    expect(() => quantile([1], 1.5)).toThrow("invalid quantile: 1.5 (a number from 0 to 1)");
  });
});

describe("floorOf", () => {
  test("is the middle 95 %: of 0 … 1000, from 25 to 975, in any order", () => {
    const values = Array.from({length: 1001}, (_, i) => (i * 17) % 1001);
    expect(floorOf(values)).toEqual({low: 25, high: 975});
  });

  test("refuses fewer than 20 values", () => {
    expect(() => floorOf([1, 2, 3])).toThrow("too few values: 3 (at least 20)");
  });
});
