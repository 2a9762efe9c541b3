import {describe, expect, it} from "vitest";
import {Random} from "../../../../lib/random.js";
import {envelope} from "../../../../src/figures/curves/envelope.js";

describe("envelope", () => {
  it("gives lowest, highest and middle of each bucket", () => {
    expect(envelope([3, 1, 4, 1, 5, 9], 2)).toEqual([
      {middle: 1, low: 1, high: 4},
      {middle: 4, low: 1, high: 9},
    ]);
  });

  it("keeps single values when there is room for all", () => {
    expect(envelope([2, 7], 10)).toEqual([
      {middle: 0, low: 2, high: 2},
      {middle: 1, low: 7, high: 7},
    ]);
  });

  it("loses no spike, however few the buckets and whatever the length", () => {
    const random = new Random(1);
    for (const length of [1, 17, 1000, 4999]) {
      const values = random.normals(length);
      const at = random.integer(length);
      values[at] = 100;
      for (const buckets of [1, 7, 600]) {
        const spans = envelope(values, buckets);
        expect(spans.length).toBe(Math.min(length, buckets));
        expect(Math.max(...spans.map(({high}) => high))).toBe(100);
        expect(Math.min(...spans.map(({low}) => low))).toBe(Math.min(...values));
      }
    }
  });

  it("leaves out buckets without a finite value", () => {
    expect(envelope([1, Number.NaN, 3], 3).map(({middle}) => middle)).toEqual([0, 2]);
    expect(envelope([Number.NaN], 1)).toEqual([]);
    expect(envelope([], 5)).toEqual([]);
  });

  it("refuses a number of buckets that is none", () => {
    expect(() => envelope([1], 0)).toThrow("invalid buckets: 0 (a whole number from 1 up)");
  });
});
