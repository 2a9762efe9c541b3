import {describe, expect, test} from "vitest";
import {normalPlace, normalShare} from "../../lib/normal.js";
import {Random} from "../../lib/random.js";

describe("the normal distribution", () => {
  // NIST/SEMATECH e-Handbook of Statistical Methods, table 1.3.6.7.1, and the usual quantiles.
  test.each([
    [0, 0.5],
    [1, 0.841344746],
    [-1, 0.158655254],
    [1.959963985, 0.975],
    [-2.575829304, 0.005],
    [3.5, 0.999767371],
  ])("has at %f a share of %f below it", (z, share) => {
    expect(normalShare(z)).toBeCloseTo(share, 8);
    expect(normalPlace(share)).toBeCloseTo(z, 5);
  });

  test("share and place undo each other, far out too", () => {
    for (const share of [1e-6, 0.001, 0.02, 0.3, 0.77, 0.9999])
      expect(normalShare(normalPlace(share))).toBeCloseTo(share, 10);
  });

  test("a share is what normal numbers have below the place", () => {
    const numbers = new Random(4).normals(20_000);
    for (const share of [0.1, 0.5, 0.8]) {
      const below = numbers.filter((z) => z < normalPlace(share)).length;
      expect(Math.abs(below / numbers.length - share)).toBeLessThan(0.015);
    }
  });

  test("no place has all below it, or nothing", () => {
    for (const share of [0, 1, -0.2, Number.NaN])
      expect(() => normalPlace(share)).toThrow(`invalid share: ${share}`);
    expect([normalShare(-9), normalShare(9)]).toEqual([0, 1]);
  });
});
