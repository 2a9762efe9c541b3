import {expect, test} from "vitest";
import {afterKey} from "../../../src/controls/tabs.js";

test("arrow keys go round, Home and End to the ends, other keys nowhere", () => {
  expect([0, 1, 2].map((at) => afterKey("ArrowRight", at, 3))).toEqual([1, 2, 0]);
  expect([0, 1, 2].map((at) => afterKey("ArrowLeft", at, 3))).toEqual([2, 0, 1]);
  expect(afterKey("Home", 2, 3)).toBe(0);
  expect(afterKey("End", 0, 3)).toBe(2);
  for (const key of ["ArrowDown", "Tab", "a", "constructor"])
    expect(afterKey(key, 1, 3)).toBeUndefined();
});
