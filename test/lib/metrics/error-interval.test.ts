import {expect, test} from "vitest";
import {errorInterval} from "../../../lib/metrics/error-interval.js";
import {meanSquaredError} from "../../../lib/metrics/mean-squared-error.js";

test("is that of the mean over pictures, by hand: errors of 0 and 1 give 0.5 ± 1.96 · 0.5 / √2, not below 0", () => {
  const real = {data: Float32Array.of(-1, -1, -1, -1), shape: [2, 1, 2, 1]} as const;
  const made = {data: Float32Array.of(-1, -1, 1, 1), shape: [2, 1, 2, 1]} as const;
  expect(meanSquaredError(real, made)).toBe(0.5);
  const {low, high, n} = errorInterval(real, made);
  expect(high).toBeCloseTo(0.5 + (1.96 * 0.5) / Math.SQRT2, 12);
  expect([low, n]).toEqual([0, 2]);
});

test("of pictures that all err as much it has no width", () => {
  const real = {data: new Float32Array(12).fill(0.5), shape: [3, 2, 2, 1]} as const;
  const made = {data: new Float32Array(12).fill(0.1), shape: [3, 2, 2, 1]} as const;
  const {low, high} = errorInterval(real, made);
  expect(low).toBeCloseTo(0.04, 6);
  expect(high - low).toBeLessThan(1e-9);
});
