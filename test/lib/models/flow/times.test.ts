import {expect, test} from "vitest";
import {checkTimes, timesOf} from "../../../../lib/models/flow/times.js";

test("times of so many steps, by hand", () => {
  expect(timesOf(4)).toEqual([0, 0.25, 0.5, 0.75, 1]);
  expect(timesOf(4, "quadratic")).toEqual([0, 0.4375, 0.75, 0.9375, 1]);
  expect(timesOf(2, "even", 0.5)).toEqual([0.5, 0.75, 1]);
  for (const spacing of ["even", "quadratic"] as const)
    for (const count of [1, 7, 50, 1000]) checkTimes(timesOf(count, spacing, 0.1));
});

test("others are refused", () => {
  expect(() => timesOf(0)).toThrow("invalid steps: 0 (a whole number, 1 or more)");
  expect(() => timesOf(2.5)).toThrow("invalid steps: 2.5");
  expect(() => timesOf(2, "even", 1)).toThrow("invalid first time: 1 (from 0 to below 1)");
  for (const times of [[], [1], [0, 0.5], [0, 0, 1], [0.5, 0.2, 1], [-0.1, 1], [0, Number.NaN, 1]])
    expect(() => checkTimes(times)).toThrow(`invalid times: ${times.slice(0, 4).join(", ")}`);
});
