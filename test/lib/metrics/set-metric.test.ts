import {describe, expect, test} from "vitest";
import type {Sample} from "../../../lib/metrics/metric.js";
import {judgeAll, setMetric} from "../../../lib/metrics/set-metric.js";
import {clusteredSample, clusteredSpace, widths} from "./clustered-sample.js";

/** How far the means of the first feature are apart. */
const shift = setMetric({
  range: {low: 0, high: Number.POSITIVE_INFINITY},
  of: ({all}, a, b) => Math.abs(meanOf(all, b) - meanOf(all, a)),
});

function meanOf({features}: Sample, rows: Uint32Array): number {
  return rows.reduce((sum, i) => sum + features[i * widths.size]!, 0) / rows.length;
}

const real = clusteredSample(1, 400);
const all = (n: number) => Uint32Array.from({length: n}, (_, i) => i);
const space = clusteredSpace(2, 200, 60);

describe("setMetric", () => {
  test("gives value, interval, floor and number", () => {
    const made = clusteredSample(3, 200, 1);
    const {value, interval, floor, n, remarks} = shift(real, made, space);
    expect(value).toBeCloseTo(meanOf(made, all(200)) - meanOf(real, all(400)), 10);
    expect(interval.low).toBeLessThan(value);
    expect(interval.high).toBeGreaterThan(value);
    expect(floor.high).toBeLessThan(interval.low);
    expect(n).toBe(200);
    expect(remarks).toEqual([]);
  });

  test("a perfect generator is in its floor's band, in about 95 of 100 seeds", () => {
    const inside = Array.from({length: 100}, (_, seed) => {
      const few = clusteredSpace(1000 + seed, 60, 40);
      const {value, floor} = shift(
        clusteredSample(2000 + seed, 60),
        clusteredSample(seed, 60),
        few,
      );
      return value <= floor.high;
    });
    expect(inside.filter(Boolean).length).toBeGreaterThanOrEqual(90);
    expect(inside.filter(Boolean).length).toBeLessThan(100);
  });

  test("the same chance gives the same bands", () => {
    const made = clusteredSample(3, 50);
    expect(shift(real, made, space)).toEqual(shift(real, made, space));
  });

  test("no interval leaves the range", () => {
    expect(shift(real, clusteredSample(4, 20), space).interval.low).toBeGreaterThanOrEqual(0);
  });

  test("all at once are what each is alone", () => {
    const made = clusteredSample(3, 50);
    expect(judgeAll({shift, again: shift}, real, made, space).again).toEqual(
      shift(real, made, space),
    );
  });

  test("says what is missing", () => {
    expect(() => shift(real, clusteredSample(3, 3), space)).toThrow(
      "too few made pictures: 3 (at least 4",
    );
    expect(() => shift(real, clusteredSample(3, 201), space)).toThrow(
      "too few held-out real pictures: 200 (at least 201",
    );
  });
});
