import {expect, test} from "vitest";
import {learningRateAt} from "../../../lib/models/learning-rate.js";

test("a rate falls in a straight line to a tenth, and stays there", () => {
  expect(learningRateAt(0.005, 0, 1000)).toBe(0.005);
  expect(learningRateAt(0.005, 500, 1000)).toBeCloseTo(0.00275, 12);
  expect(learningRateAt(0.005, 1000, 1000)).toBeCloseTo(0.0005, 12);
  expect(learningRateAt(0.005, 5000, 1000)).toBeCloseTo(0.0005, 12);
});

test("a rate stays where nothing is said", () => {
  for (const steps of [0, 1, 10_000]) expect(learningRateAt(0.004, steps, 0)).toBe(0.004);
});

test("a rate never rises", () => {
  const rates = Array.from({length: 100}, (_, t) => learningRateAt(1, 100 * t, 5000));
  for (const [i, rate] of rates.entries())
    if (i > 0) expect(rate).toBeLessThanOrEqual(rates[i - 1]!);
});
