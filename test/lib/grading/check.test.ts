import {describe, expect, it} from "vitest";
import * as check from "../../../lib/grading/check.js";
import {Failure} from "../../../lib/grading/failure.js";

/** How a check ends: what the reader is told, or that it passed. */
function ends(work: () => void) {
  try {
    work();
    return "passed";
  } catch (error) {
    if (error instanceof Failure) return error.feedback;
    throw error;
  }
}

describe("a list", () => {
  it.each([[[1, 2]], [new Float32Array([1, 2])], [new Int8Array([1, 2])]])("may be %o", (value) => {
    expect(check.list(value, 2, "numbers")).toEqual([1, 2]);
    expect(check.numbers(value, 2)).toEqual([1, 2]);
  });

  it("of another length, or of what is no number, is said", () => {
    expect(ends(() => check.list([1], 2, "rows", "count them."))).toEqual({
      expected: "a list of 2 rows",
      yours: "a list of 1",
      advice: "count them.",
    });
    expect(ends(() => check.numbers([1, "2"], 2, "it overflows."))).toEqual({
      expected: "a list of 2 finite numbers",
      yours: '[1, "2"]',
    });
  });

  it("overflows only where a number is not finite", () => {
    expect(ends(() => check.numbers([1, Number.NaN], 2, "it overflows."))).toMatchObject({
      advice: "it overflows.",
    });
  });
});

describe("rows", () => {
  it.each([[[1, 2, 3, 4]], [new Float32Array([1, 2, 3, 4])]])("are made of %o", (value) => {
    const rows = check.rows(value, 2) as ArrayLike<number>[];
    expect(rows.map((row) => Array.from(row))).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it("keep the kind of numbers, and leave alone what is no picture", () => {
    expect((check.rows(new Float32Array(4), 2) as unknown[])[0]).toBeInstanceOf(Float32Array);
    expect(check.rows([1, 2, 3], 2)).toEqual([1, 2, 3]);
    expect(check.rows(7, 2)).toBe(7);
  });
});

describe("a picture", () => {
  const right = [
    [0.1, 0.2],
    [0.3, -1],
  ];

  it.each([Float32Array, Float64Array])("may have rows of %o", (type) => {
    const yours = right.map((row) => type.from(row));
    expect(ends(() => check.picture(yours, right))).toBe("passed");
    yours[0]![1] = 0.3;
    expect(ends(() => check.picture(yours, right))).toMatchObject({
      yours: expect.stringContaining("at [0][1]: 0.2 expected, 0.3 came"),
      pictures: [{role: "expected"}, {role: "yours"}, {role: "difference"}],
    });
  });
});
