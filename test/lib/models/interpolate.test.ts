import {expect, test} from "vitest";
import {
  interpolateOnSphere,
  interpolateStraight,
  lengthsOf,
} from "../../../lib/models/interpolate.js";
import {lengthsText} from "../../../src/figures/curves/walk-lengths.js";

const [a, b] = [Float32Array.of(3, 0, 0), Float32Array.of(0, 3, 0)];

test("over the sphere the length stays, on the straight line it dips by the root of 2 at a right angle", () => {
  const sphere = lengthsOf(interpolateOnSphere(a, b, 5), 3);
  const straight = lengthsOf(interpolateStraight(a, b, 5), 3);
  for (const length of sphere) expect(length).toBeCloseTo(3, 5);
  expect(straight[2]).toBeCloseTo(3 / Math.SQRT2, 5);
  expect([straight[0], straight[4]]).toEqual([3, 3]);
});

test("both ways begin and end at the given vectors, and the straight one goes at an even pace", () => {
  for (const way of [interpolateOnSphere, interpolateStraight]) {
    const path = way(a, b, 4);
    expect(path).toHaveLength(12);
    for (const [i, value] of [...a, ...b].entries())
      expect(path[i < 3 ? i : 6 + i]).toBeCloseTo(value, 5);
  }
  expect([...interpolateStraight(a, b, 4)].map((value) => Math.round(value))).toEqual([
    3, 0, 0, 2, 1, 0, 1, 2, 0, 0, 3, 0,
  ]);
});

test("parallel vectors go straight, and fewer than two places are refused", () => {
  const twice = a.map((value) => 2 * value);
  expect([...interpolateOnSphere(a, twice, 3)]).toEqual([3, 0, 0, 4.5, 0, 0, 6, 0, 0]);
  expect(() => interpolateStraight(a, b, 1)).toThrow(/invalid count: 1/);
  expect(() => interpolateOnSphere(a, Float32Array.of(1), 3)).toThrow(/sizes differ: 3 and 1/);
});

test("the lengths are said in words", () => {
  const said = lengthsText({sphere: [4, 4.26], straight: [4, 2.84, 4.26], usual: [2.5, 5.3]});
  expect(said).toBe(
    "on the sphere 4.0 to 4.3, on the straight line down to 2.8; usual are 2.5 to 5.3",
  );
});
