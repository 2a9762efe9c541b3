import {describe, expect, it} from "vitest";
import {exponentialAverage} from "../../../../src/figures/curves/smoothing.js";

describe("exponentialAverage", () => {
  it("weighs by hand: span 3 halves the weight of each step back", () => {
    const [first, second, third] = exponentialAverage([1, 3, 5], 3);
    expect(first).toBe(1);
    expect(second).toBeCloseTo((0.5 * 1 + 3) / 1.5, 6);
    expect(third).toBeCloseTo((0.25 * 1 + 0.5 * 3 + 5) / 1.75, 6);
  });

  it("leaves a constant as it is from the first step on", () => {
    for (const value of exponentialAverage(new Float32Array(50).fill(0.7), 25))
      expect(value).toBeCloseTo(0.7, 6);
  });

  it("is the identity for span 1", () => {
    expect([...exponentialAverage([2, -1, 8], 1)]).toEqual([2, -1, 8]);
  });

  it("passes over what is no finite number and says so with NaN", () => {
    const averages = exponentialAverage([1, Number.NaN, Number.POSITIVE_INFINITY, 1], 9);
    expect([...averages].map(Number.isNaN)).toEqual([false, true, true, false]);
    expect(averages[3]).toBeCloseTo(1, 6);
  });

  it("stays within the range of its values", () => {
    const values = Array.from({length: 200}, (_, i) => Math.sin(i * i));
    for (const value of exponentialAverage(values, 7)) expect(Math.abs(value)).toBeLessThan(1);
  });

  it("refuses a span below one by name", () => {
    expect(() => exponentialAverage([1], 0.5)).toThrow("invalid span: 0.5 (a number from 1 up)");
  });
});
