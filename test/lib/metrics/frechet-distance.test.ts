import {describe, expect, test} from "vitest";
import {
  type FeatureStatistics,
  featureStatistics,
  frechetDistance,
} from "../../../lib/metrics/frechet-distance.js";
import {Random} from "../../../lib/random.js";
import reference from "../../reference/metrics.json" with {type: "json"};

function gaussian(mean: readonly number[], covariance: readonly number[]): FeatureStatistics {
  return {
    count: 1000,
    mean: Float64Array.from(mean),
    covariance: Float64Array.from(covariance),
  };
}

function sample(n: number, d: number, seed: number, shift = 0): Float32Array {
  const random = new Random(seed);
  return random.normals(n * d).map((value, i) => (1 + (i % d)) * value + shift);
}

describe("featureStatistics", () => {
  test("of (0, 2), (2, 2), (4, 5) by hand", () => {
    const {count, mean, covariance} = featureStatistics(Float32Array.of(0, 2, 2, 2, 4, 5), 2);
    expect([count, ...mean]).toEqual([3, 2, 3]);
    expect(covariance).toEqual(Float64Array.of(4, 3, 3, 3));
  });

  test.each(reference.frechet)("agrees with NumPy: $name", ({d, x, mean, covariance}) => {
    const ours = featureStatistics(Float32Array.from(x), d);
    const scale = Math.max(...covariance);
    mean.forEach((value, i) => {
      expect(Math.abs(ours.mean[i]! - value)).toBeLessThan(1e-5);
    });
    covariance.forEach((value, i) => {
      expect(Math.abs(ours.covariance[i]! - value) / scale).toBeLessThan(1e-6);
    });
  });

  test("does not lose digits when the mean is far from 0", () => {
    const far = featureStatistics(Float32Array.of(1e6, 1e6 + 1, 1e6 + 2), 1);
    expect(far.covariance[0]).toBeCloseTo(1, 9);
  });

  test("refuses one picture, a broken length and NaN, by name", () => {
    expect(() => featureStatistics(new Float32Array(3), 3)).toThrow(
      "too few pictures: 1 (at least 2)",
    );
    expect(() => featureStatistics(new Float32Array(7), 3)).toThrow(
      "invalid features: 7 values (a multiple of 3)",
    );
    expect(() => featureStatistics(Float32Array.of(1, Number.NaN), 1)).toThrow("NaN");
  });
});

describe("frechetDistance", () => {
  test.each(reference.frechet)("agrees with NumPy: $name", ({d, x, y, distance}) => {
    const ours = frechetDistance(
      featureStatistics(Float32Array.from(x), d),
      featureStatistics(Float32Array.from(y), d),
    );
    expect(Math.abs(ours / distance - 1)).toBeLessThan(2e-6); // float32 inputs
  });

  test("in one dimension is (μ₁ - μ₂)² + (σ₁ - σ₂)²", () => {
    const d2 = frechetDistance(gaussian([1], [4]), gaussian([-2], [9]));
    expect(d2).toBeCloseTo(9 + 1, 12);
  });

  test("in two dimensions, turned by 90°: (1, 4) against (4, 1) is 2 (1 - 2)²", () => {
    const d2 = frechetDistance(gaussian([0, 0], [1, 0, 0, 4]), gaussian([0, 0], [4, 0, 0, 1]));
    expect(d2).toBeCloseTo(2, 12);
  });

  test("of correlated unit Gaussians, from the closed form for 2 x 2 matrices", () => {
    // tr (S₁S₂)^½ = sqrt(tr S₁S₂ + 2 sqrt(det S₁S₂)); S = [[1, ±r], [±r, 1]]: sqrt(2 (1 - r²) + 2 (1 - r²))
    const r = 0.6;
    const d2 = frechetDistance(gaussian([0, 0], [1, r, r, 1]), gaussian([0, 0], [1, -r, -r, 1]));
    expect(d2).toBeCloseTo(4 - 2 * Math.sqrt(4 * (1 - r * r)), 12);
  });

  test("of two planes in space, both singular and at right angles", () => {
    const flatZ = gaussian([0, 0, 0], [1, 0, 0, 0, 1, 0, 0, 0, 0]);
    const flatX = gaussian([0, 0, 0], [0, 0, 0, 0, 1, 0, 0, 0, 1]);
    expect(frechetDistance(flatZ, flatX)).toBeCloseTo(2, 12);
    expect(frechetDistance(flatZ, gaussian([0, 0, 0], new Array(9).fill(0)))).toBeCloseTo(2, 12);
  });

  test("is 0 for equals, whatever their rank, and never below", () => {
    for (const [n, d] of [
      [500, 8],
      [9, 32],
      [2, 16],
    ] as const) {
      const a = featureStatistics(sample(n, d, n), d);
      const total = a.covariance.reduce((sum, value, i) => sum + (i % (d + 1) ? 0 : value), 0);
      expect(frechetDistance(a, a)).toBeGreaterThanOrEqual(0);
      expect(frechetDistance(a, a) / total).toBeLessThan(1e-6);
    }
  });

  test("is symmetric", () => {
    const a = featureStatistics(sample(50, 6, 1), 6);
    const b = featureStatistics(sample(80, 6, 2, 0.5), 6);
    expect(frechetDistance(a, b)).toBeCloseTo(frechetDistance(b, a), 9);
  });

  test("a shift of every feature by 3 adds 3² d and a permutation of pictures nothing", () => {
    const values = sample(60, 5, 4);
    const rows = Array.from({length: 60}, (_, i) => [...values.subarray(5 * i, 5 * i + 5)]);
    const a = featureStatistics(values, 5);
    const shifted = featureStatistics(
      values.map((value) => value + 3),
      5,
    );
    const shuffled = featureStatistics(Float32Array.from(new Random(1).shuffle(rows).flat()), 5);
    expect(frechetDistance(a, shifted)).toBeCloseTo(45, 4);
    expect(frechetDistance(a, shuffled)).toBeLessThan(1e-5);
  });

  test("refuses different dimensions", () => {
    expect(() => frechetDistance(gaussian([0], [1]), gaussian([0, 0], [1, 0, 0, 1]))).toThrow(
      "dimensions differ: 1 and 2 (the same features)",
    );
  });
});
