import {expect, test} from "vitest";
import {drawCategorical, mostProbable} from "../../../lib/models/categorical.js";
import {Random} from "../../../lib/random.js";

test("each is drawn as often as it is probable", () => {
  const random = new Random(6);
  const p = Float32Array.of(0.5, 0, 0.3, 0.2);
  const counts = [0, 0, 0, 0];
  for (let i = 0; i < 10_000; i++) counts[drawCategorical(p, random)]!++;
  expect(counts[1]).toBe(0);
  // Four standard deviations of 10,000 draws are 200.
  for (const [k, count] of counts.entries())
    expect(Math.abs(count - 10_000 * p[k]!)).toBeLessThan(200);
});

test("a row that does not sum to 1 is taken in proportion", () => {
  const draw = (row: Float32Array) => {
    const random = new Random(2);
    return Array.from({length: 50}, () => drawCategorical(row, random));
  };
  expect(draw(Float32Array.of(0.5, 0.25, 0.25))).toEqual(draw(Float32Array.of(2, 1, 1)));
});

test("a row of nothing is refused", () => {
  const random = new Random(1);
  expect(() => drawCategorical(new Float32Array(3), random)).toThrow("invalid probabilities");
  expect(() => drawCategorical(Float32Array.of(Number.NaN, 1), random)).toThrow(/sum to NaN/);
});

test("the most probable is the first of the largest", () => {
  expect(mostProbable(Float32Array.of(0.1, 0.4, 0.4, 0.1))).toBe(1);
});
