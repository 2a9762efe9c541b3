import {describe, expect, test} from "vitest";
import {bootstrapInterval, halfSampleInterval} from "../../../lib/metrics/bootstrap-interval.js";
import {Random} from "../../../lib/random.js";

const n = 60;
const draws = 100;

/** How often the interval of the mean of n normal numbers holds the true mean, of 400 tries. */
function coverage(interval: (values: Float32Array, random: Random) => {low: number; high: number}) {
  const random = new Random(3);
  let inside = 0;
  for (let i = 0; i < 400; i++) {
    const {low, high} = interval(random.normals(n), random);
    if (low <= 0 && high >= 0) inside++;
  }
  return inside / 400;
}

function meanOf(values: Float32Array, indices: ArrayLike<number>): number {
  return Array.from(indices).reduce((sum, i) => sum + values[i]!, 0) / indices.length;
}

const all = Array.from({length: n}, (_, i) => i);

describe.each([
  [
    "bootstrapInterval",
    (values: Float32Array, random: Random) =>
      bootstrapInterval(n, (drawn) => meanOf(values, drawn), draws, random),
  ],
  [
    "halfSampleInterval",
    (values: Float32Array, random: Random) =>
      halfSampleInterval(n, meanOf(values, all), (h) => meanOf(values, h), draws, random),
  ],
])("%s", (_name, interval) => {
  test("holds the true mean in about 95 of 100", () => {
    const share = coverage(interval);
    expect(share).toBeGreaterThan(0.9);
    expect(share).toBeLessThan(0.97);
  });

  test("is as wide as the standard error says", () => {
    const {low, high} = interval(new Random(5).normals(n), new Random(6));
    expect((high - low) / 2 / (1.96 / Math.sqrt(n))).toBeCloseTo(1, 0);
  });
});

test("half samples draw nothing twice, so that a minimum distance stays", () => {
  const distinct = (indices: Uint32Array) => new Set(indices).size / indices.length;
  expect(halfSampleInterval(n, 1, distinct, 20, new Random(1))).toEqual({low: 1, high: 1});
  expect(bootstrapInterval(n, distinct, 20, new Random(1)).high).toBeLessThan(0.75);
});

test("too few items are refused", () => {
  expect(() => bootstrapInterval(1, () => 0, 20, new Random(1))).toThrow(
    "1 (a whole number, at least 2)",
  );
  expect(() => halfSampleInterval(3, 0, () => 0, 20, new Random(1))).toThrow("at least 4");
});
