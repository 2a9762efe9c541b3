import {describe, expect, test} from "vitest";
import {assign, firstMeans, kMeans, lloyd, updateMeans} from "../../../lib/models/k-means.js";
import {Random} from "../../../lib/random.js";
import reference from "../../reference/clusters.json" with {type: "json"};

/** Heaps of `each` points around corners of a square, far apart. */
function heaps(each: number, seed: number): Float32Array {
  const random = new Random(seed);
  return Float32Array.from({length: 8 * each}, (_, i) => {
    const heap = Math.floor(i / (2 * each));
    const corner = i % 2 === 0 ? heap % 2 : Math.floor(heap / 2);
    return 10 * corner + random.uniform(-1, 1);
  });
}

describe("the two steps", () => {
  const points = Float32Array.of(0, 0, 0, 2, 4, 0, 4, 2);

  test("assign each point to the nearest mean, the first one of equals, and sum the squares", () => {
    const {assignments, inertia} = assign(points, 2, Float64Array.of(0, 1, 4, 0));
    expect([...assignments]).toEqual([0, 0, 1, 1]);
    expect(inertia).toBe(1 + 1 + 0 + 4);
    expect([...assign(points, 2, Float64Array.of(2, 1, 2, 1)).assignments]).toEqual([0, 0, 0, 0]);
  });

  test("update each mean, and leave one without points where it is", () => {
    const assignments = Uint8Array.of(0, 0, 1, 0);
    const means = updateMeans(points, 2, {assignments, means: Float64Array.of(9, 9, 9, 9, 7, 7)});
    expect([...means]).toEqual([4 / 3, 4 / 3, 4, 0, 7, 7]);
  });

  test("never raise the inertia", () => {
    const random = new Random(2);
    const cloud = random.normals(600);
    let {means, inertia, assignments} = assign(cloud, 3, firstMeans(cloud, 3, 7, random));
    for (let round = 0; round < 12; round++) {
      const next = assign(cloud, 3, updateMeans(cloud, 3, {assignments, means}));
      expect(next.inertia).toBeLessThanOrEqual(inertia);
      ({means, inertia, assignments} = next);
    }
  });
});

test.each(reference.lloyd)("Lloyd's rounds end where NumPy's do: $name", (expected) => {
  const {points, d, first} = expected;
  const end = lloyd(Float32Array.from(points), d, Float64Array.from(first), 200);
  expect([...end.assignments]).toEqual(expected.assignments);
  expect(end.inertia).toBeCloseTo(expected.inertia, 6);
  end.means.forEach((value, i) => {
    expect(value).toBeCloseTo(expected.means[i]!, 6);
  });
});

describe("k-means++", () => {
  test("draws different points, and each heap once where they are far apart", () => {
    const points = heaps(20, 1);
    for (let seed = 0; seed < 20; seed++) {
      const means = firstMeans(points, 2, 4, new Random(seed));
      const corners = new Set([0, 2, 4, 6].map((i) => `${means[i]! > 5} ${means[i + 1]! > 5}`));
      expect(corners.size, `seed ${seed}`).toBe(4);
    }
  });

  test("draws in proportion to the squared distance: 9 to 1 for three times as far", () => {
    const points = Float32Array.of(0, 1, -3);
    const random = new Random(8);
    const counts = [0, 0];
    for (let i = 0; i < 3000; i++) {
      const [first, second] = firstMeans(points, 1, 2, random);
      if (first === 0) counts[second === 1 ? 0 : 1]!++;
    }
    const share = counts[1]! / (counts[0]! + counts[1]!);
    expect(share).toBeGreaterThan(0.87);
    expect(share).toBeLessThan(0.93);
  });

  test("finds means where all points are the same", () => {
    const {assignments, inertia} = kMeans(
      new Float32Array(10).fill(3),
      2,
      {clusters: 3},
      new Random(1),
    );
    expect([...assignments]).toEqual([0, 0, 0, 0, 0]);
    expect(inertia).toBe(0);
  });
});

describe("kMeans", () => {
  test("finds the heaps, whatever the seed, and the same ones for the same seed", () => {
    const points = heaps(25, 3);
    for (let seed = 0; seed < 10; seed++) {
      const {assignments} = kMeans(points, 2, {clusters: 4}, new Random(seed));
      for (let heap = 0; heap < 4; heap++)
        expect(new Set(assignments.subarray(25 * heap, 25 * heap + 25)).size).toBe(1);
      expect(new Set(assignments).size).toBe(4);
      expect(kMeans(points, 2, {clusters: 4}, new Random(seed)).assignments).toEqual(assignments);
    }
  });

  test("keeps the best of its beginnings", () => {
    const points = new Random(4).normals(400);
    const inertiaOf = (restarts: number) =>
      kMeans(points, 2, {clusters: 9, restarts}, new Random(6)).inertia;
    expect(inertiaOf(12)).toBeLessThan(inertiaOf(1));
  });

  test("makes as many clusters as points exact, and one cluster the mean", () => {
    const points = Float32Array.of(0, 1, 5);
    expect(kMeans(points, 1, {clusters: 3}, new Random(1)).inertia).toBe(0);
    expect([...kMeans(points, 1, {clusters: 1}, new Random(1)).means]).toEqual([2]);
  });

  test("refuses clusters that cannot be and points of another size", () => {
    const points = new Float32Array(6);
    const refused =
      (clusters: number, d = 2) =>
      () =>
        kMeans(points, d, {clusters}, new Random(1));
    expect(refused(0)).toThrow("invalid number of clusters: 0 (a whole number from 1 to 3)");
    expect(refused(4)).toThrow("invalid number of clusters: 4");
    expect(refused(1.5)).toThrow("invalid number of clusters: 1.5");
    expect(refused(1, 4)).toThrow("invalid points: 6 values (4 each)");
  });
});
