import {expect, test} from "vitest";
import {returnsToGo} from "../../../lib/models/returns.js";
import reference from "../../reference/policy-gradient.json";

test("by hand", () => {
  expect([...returnsToGo([1, 2, 4], 0.5)]).toEqual([3, 4, 4]);
  expect([...returnsToGo([1, 2, 4], 0)]).toEqual([1, 2, 4]);
  expect([...returnsToGo([1, 2, 4], 1)]).toEqual([7, 6, 4]);
  expect([...returnsToGo([0, 0, -8], 0.5)]).toEqual([-2, -4, -8]);
  expect([...returnsToGo([], 0.5)]).toEqual([]);
});

test.each(reference.cases)("equal PyTorch's with gamma $gamma", ({gamma, returns}) => {
  reference.rewards.forEach((rewards, i) => {
    const values = returnsToGo(rewards, gamma);
    returns[i]!.forEach((expected, t) => {
      expect(values[t]).toBeCloseTo(expected, 12);
    });
  });
});

test("a discount outside 0 to 1 is refused", () => {
  for (const gamma of [-0.1, 1.1, Number.NaN])
    expect(() => returnsToGo([1], gamma)).toThrow(`invalid gamma: ${gamma} (a number from 0 to 1)`);
});
