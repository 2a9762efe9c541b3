import {describe, expect, it} from "vitest";
import {difference, noTolerance} from "../../../lib/grading/compare.js";

describe("the difference", () => {
  it.each<[unknown, unknown]>([
    [1 + 1e-7, 1],
    [-0, 0],
    [
      [1, [2]],
      [1, [2]],
    ],
    [new Float32Array([1, 2]), [1, 2]],
    [{a: 1, more: 2}, {a: 1}],
    [Number.NaN, Number.NaN],
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
    ["a", "a"],
  ])("between %j and %j is none", (yours, expected) => {
    expect(difference(yours, expected)).toBeUndefined();
  });

  it.each<[unknown, unknown, string]>([
    [1.1, 1, "1 expected, 1.1 came"],
    [Number.NaN, 1, "1 expected, NaN came"],
    [1, Number.NaN, "NaN expected, 1 came"],
    [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, "Infinity expected, -Infinity came"],
    [undefined, 1, "a number expected, nothing (did you forget return?) came"],
    ["1", 1, 'a number expected, "1" came'],
    [[1], 1, "a number expected, a list of 1 came"],
    [[1, 2], [1], "a list of 1 expected, a list of 2 came"],
    [[1, [2, 4]], [1, [2, 3]], "at [1][1]: 3 expected, 4 came"],
    [{loss: 1}, {loss: 1, gradient: []}, "missing: gradient"],
    [{a: [0]}, {a: [1]}, "at .a[0]: 1 expected, 0 came"],
    [[1], {a: 1}, "an object with a expected, a list of 1 came"],
    [true, false, "false expected, true came"],
  ])("between %j and %j is said", (yours, expected, words) => {
    expect(difference(yours, expected)).toBe(words);
  });

  it("forgives a Float32Array what it rounds, and no more", () => {
    const third = new Float32Array([1 / 3, 1e30, 1e300]);
    expect(difference(third, [1 / 3, 1e30, 1e300], noTolerance)).toBeUndefined();
    expect(difference(new Float32Array([1.000005]), [1])).toBeUndefined();
    expect(difference(new Float32Array([1.00005]), [1])).toMatch(/at \[0\]: 1 expected/);
    expect(difference(new Float64Array([1.000005]), [1])).toMatch(/1 expected/);
    expect(difference(new Float32Array([1.000005]), [1], noTolerance)).toMatch(/1 expected/);
    expect(difference([{a: new Float32Array([0.1])}], [{a: [0.1]}], noTolerance)).toBeUndefined();
  });

  it("tells -0 from 0 only without a tolerance", () => {
    expect(difference(-0, 0, noTolerance)).toBe("0 expected, -0 came");
    expect(difference([0], [-0])).toBeUndefined();
  });
});
