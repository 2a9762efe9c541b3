import {expect, it} from "vitest";
import {logTicks} from "../../src/figures/log-ticks.js";

it.each([
  [18, 450, [20, 50, 100, 200]],
  [0.04, 1.1, [0.05, 0.1, 0.2, 0.5, 1]],
  [1, 1, [1]],
  [3, 4, []],
])("between %d and %d are %j", (low, high, ticks) => {
  expect(logTicks(low, high)).toEqual(ticks);
});

it("refuses what has no logarithm", () => {
  expect(() => logTicks(0, 1)).toThrow("invalid interval: 0 to 1 (numbers above 0, ascending)");
});
