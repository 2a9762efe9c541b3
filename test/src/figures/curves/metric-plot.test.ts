import {expect, test} from "vitest";
import {rangeOf} from "../../../../src/figures/curves/metric-plot.js";

test("an axis begins at 0, or is that of the numbers when all are below 0", () => {
  expect(rangeOf([3, 8], false)).toEqual([0, 8]);
  expect(rangeOf([-3, 8], false)).toEqual([-3, 8]);
  expect(rangeOf([], false)).toEqual([0, 1]);
  expect(rangeOf([3, 8], true)).toEqual([3, 8]);
  const [low, high] = rangeOf([-200, -150], false);
  expect(low).toBeCloseTo(-205);
  expect(high).toBeCloseTo(-145);
});
