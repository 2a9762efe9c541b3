import {describe, expect, test} from "vitest";
import {
  leastMatching,
  wassersteinDistance,
  wassersteinFloor,
} from "../../../lib/metrics/wasserstein-distance.js";
import {Random} from "../../../lib/random.js";

function cloud(random: Random, count: number): Float32Array {
  return Float32Array.from(random.normals(2 * count));
}

/** The least mean over all permutations, one by one. */
function byAllPermutations(a: Float32Array, b: Float32Array): number {
  const count = a.length / 2;
  const far = (i: number, j: number) =>
    Math.hypot(a[2 * i]! - b[2 * j]!, a[2 * i + 1]! - b[2 * j + 1]!);
  const least = (i: number, free: readonly number[]): number =>
    i === count
      ? 0
      : Math.min(
          ...free.map(
            (j) =>
              far(i, j) +
              least(
                i + 1,
                free.filter((other) => other !== j),
              ),
          ),
        );
  return (
    least(
      0,
      Array.from({length: count}, (_, j) => j),
    ) / count
  );
}

describe("Wasserstein distance", () => {
  test("is the least over all permutations", () => {
    const random = new Random(1);
    for (let i = 0; i < 60; i++) {
      const count = 1 + random.integer(7);
      const [a, b] = [cloud(random, count), cloud(random, count)];
      expect(wassersteinDistance(a, b)).toBeCloseTo(byAllPermutations(a, b), 9);
    }
  });

  test("of points on a line is that of the sorted points", () => {
    const random = new Random(2);
    const [a, b] = [1, 2].map(() => random.normals(200)) as [Float32Array, Float32Array];
    const onLine = (xs: Float32Array) => Float32Array.from([...xs].flatMap((x) => [x, 0.5]));
    const [sa, sb] = [a.toSorted(), b.toSorted()];
    const byOrder = sa.reduce((sum, x, i) => sum + Math.abs(x - sb[i]!), 0) / 200;
    expect(wassersteinDistance(onLine(a), onLine(b))).toBeCloseTo(byOrder, 6);
  });

  test("is the mean length of the matching, in which each point has one partner", () => {
    const random = new Random(5);
    const [a, b] = [cloud(random, 50), cloud(random, 50)];
    const {distance, from} = leastMatching(a, b);
    expect([...from].sort((i, j) => i - j)).toEqual([...Array(50).keys()]);
    const lengths = Array.from(from, (i, j) =>
      Math.hypot(a[2 * i]! - b[2 * j]!, a[2 * i + 1]! - b[2 * j + 1]!),
    );
    expect(lengths.reduce((sum, length) => sum + length, 0) / 50).toBeCloseTo(distance, 9);
  });

  test("has a floor that two samples of one distribution keep to, and a shifted one does not", () => {
    const random = new Random(6);
    const {low, high} = wassersteinFloor(() => cloud(random, 60));
    const inside = Array.from({length: 20}, () =>
      wassersteinDistance(cloud(random, 60), cloud(random, 60)),
    ).filter((distance) => low <= distance && distance <= high);
    expect(low).toBeGreaterThan(0);
    expect(inside.length).toBeGreaterThan(14);
    const shifted = cloud(random, 60).map((value) => value + 1);
    expect(wassersteinDistance(cloud(random, 60), shifted)).toBeGreaterThan(high);
  });

  test("of a shifted cloud is the shift", () => {
    const a = cloud(new Random(3), 150);
    const shifted = a.map((value, i) => value + (i % 2 === 0 ? 3 : 4));
    expect(wassersteinDistance(a, shifted)).toBeCloseTo(5, 5);
  });

  test("is 0 for the same points in another order, the same both ways, and obeys the triangle", () => {
    const random = new Random(4);
    const [a, b, c] = [1, 2, 3].map(() => cloud(random, 40)) as [
      Float32Array,
      Float32Array,
      Float32Array,
    ];
    const reversed = Float32Array.from({length: 80}, (_, i) => a[78 - i + 2 * (i % 2)]!);
    expect(wassersteinDistance(a, reversed)).toBe(0);
    expect(wassersteinDistance(a, b)).toBeCloseTo(wassersteinDistance(b, a), 9);
    expect(wassersteinDistance(a, c)).toBeLessThanOrEqual(
      wassersteinDistance(a, b) + wassersteinDistance(b, c),
    );
  });

  test("says what is wrong with points of unlike number", () => {
    expect(() => wassersteinDistance(new Float32Array(4), new Float32Array(6))).toThrow(
      "invalid points: 4 and 6 values (the same positive multiple of 2)",
    );
    expect(() => wassersteinDistance(new Float32Array(0), new Float32Array(0))).toThrow("0 and 0");
  });
});
