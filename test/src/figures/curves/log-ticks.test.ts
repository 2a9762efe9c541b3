import {expect, it} from "vitest";
import {logTicks} from "../../../../src/figures/curves/log-ticks.js";

it.each([
  [18, 450, 5, [20, 50, 100, 200]],
  [0.04, 1.1, 5, [0.05, 0.1, 0.2, 0.5, 1]],
  [2.6, 640, 5, [5, 10, 50, 100, 500]],
  [2.6, 640, 4, [10, 100]],
  [0.001, 1e5, 5, [0.001, 0.01, 0.1, 1, 10, 100, 1000, 10000, 100000]],
  [1, 1, 5, [1]],
  [3, 4, 5, []],
])("from %d to %d, at most %d: %j", (low, high, most, ticks) => {
  expect(logTicks(low, high, most)).toEqual(ticks);
});

it("refuses what has no logarithm", () => {
  expect(() => logTicks(0, 1, 5)).toThrow("invalid interval: 0 to 1 (numbers above 0, ascending)");
});
