import {expect, test} from "vitest";
import {perplexity, unusedCount} from "../../../lib/metrics/perplexity.js";

test("of n used alike it is n, of one alone 1", () => {
  expect(perplexity([3, 3, 3, 3])).toBeCloseTo(4, 10);
  expect(perplexity([0, 7, 0])).toBeCloseTo(1, 10);
});

test("by hand: half, a quarter, a quarter is 2 to the power of 1.5", () => {
  expect(perplexity([2, 1, 1])).toBeCloseTo(2 ** 1.5, 10);
  expect(perplexity([0.5, 0.25, 0, 0.25])).toBeCloseTo(2 ** 1.5, 10);
});

test("order does not matter, and the more even the higher", () => {
  expect(perplexity([5, 1, 2])).toBeCloseTo(perplexity([1, 2, 5]), 12);
  expect(perplexity([4, 3, 3])).toBeGreaterThan(perplexity([6, 2, 2]));
});

test("of nothing there is none", () => {
  expect(() => perplexity([0, 0])).toThrow(/invalid counts: they sum to 0/);
});

test("unused ones are counted", () => {
  expect(unusedCount([0, 2, 0, 1])).toBe(2);
});
