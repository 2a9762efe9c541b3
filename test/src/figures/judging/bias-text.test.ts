import {expect, test} from "vitest";
import {biasText} from "../../../../src/figures/judging/bias-plot.js";
import {isOutside} from "../../../../src/figures/judging/judgement-table.js";

test("says what was measured, and where the line ends", () => {
  const scores = [100, 200, 400].map((n) => ({n, value: 5 + 300 / n}));
  expect(biasText(scores)).toBe(
    "8.0 with 100, 6.5 with 200, 5.8 with 400 pictures; the line ends at 5.0 for endlessly many.",
  );
  expect(biasText([])).toBe("Not measured yet.");
});

test("a value on the border of its floor is within", () => {
  const judged = (value: number) => ({
    value,
    interval: {low: 0, high: 9},
    floor: {low: 2, high: 4},
  });
  expect([2, 4].map((value) => isOutside(judged(value)))).toEqual([false, false]);
  expect([1.9, 4.1].map((value) => isOutside(judged(value)))).toEqual([true, true]);
});
