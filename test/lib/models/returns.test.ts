import {expect, test} from "vitest";
import {returnsToGo, toldRewards} from "../../../lib/models/returns.js";
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

test("rewards are told as they come, or their sum at the end", () => {
  const rewards = Float32Array.of(0.5, -1, 2);
  expect([...toldRewards(rewards, "each")]).toEqual([0.5, -1, 2]);
  expect([...toldRewards(rewards, "end")]).toEqual([0, 0, 1.5]);
  expect([...returnsToGo(toldRewards(rewards, "end"), 0.5)]).toEqual([0.375, 0.75, 1.5]);
  expect([...toldRewards(new Float32Array(0), "end")]).toEqual([]);
});
