import {expect, test} from "vitest";
import {scaled, scaleOf, unscaled} from "../../../../lib/models/flow/code-scale.js";

const codes = Float32Array.of(65, 0.1, 7, 15, 0.05, 7);

test("takes off the mean of each number and divides by its spread; a number that never changes has 1", () => {
  const scale = scaleOf(codes, 3);
  expect([...scale.means]).toEqual([40, 0.075, 7].map(Math.fround));
  expect(scale.spreads[0]).toBe(25);
  expect(scale.spreads[1]).toBeCloseTo(0.025, 6);
  expect(scale.spreads[2]).toBe(1);
  const own = scaled(codes, scale);
  for (const [i, value] of [1, 1, 0, -1, -1, 0].entries()) expect(own[i]).toBeCloseTo(value, 5);
  const back = unscaled(own, scale);
  for (const [i, value] of codes.entries()) expect(back[i]).toBeCloseTo(value, 5);
});

test("no rows, and rows of another width, are refused", () => {
  expect(() => scaleOf(codes, 4)).toThrow("invalid codes: 6 values (rows of 4)");
  expect(() => scaleOf(new Float32Array(0), 3)).toThrow("invalid codes: 0 values");
});
