import {describe, expect, it} from "vitest";
import type {Demand} from "../../../lib/grading/check.js";
import type {Draw} from "../../../lib/grading/draw.js";
import {property} from "../../../lib/grading/spec.js";
import {double, doubling} from "./graded.js";
import {trustedVerdict} from "./trusted-verdict.js";

type Rule<T> = (input: T) => unknown;

/** What the reader of a function with this body is told, by a property that expects `right` and knows `demand`. */
async function told<T>(
  body: string,
  make: (draw: Draw) => T,
  right: Rule<T>,
  demand: (input: T) => Demand,
) {
  const tests = [
    property("value", "holds", 1, make, async (input, {call, check}) => {
      check.close(await call("double", input), right(input), demand(input));
    }),
  ];
  const verdict = await trustedVerdict({exercise: doubling(tests), spec: {tests}}, double(body), 1);
  return verdict.tests[0]!;
}

const number = (draw: Draw) => draw.integer(-9, 9);
const twice = (x: number) => 2 * x;

describe("the cause that a property names", () => {
  const square = (x: number): Demand => ({
    advice: "the rule.",
    mistakes: [{value: x * x, advice: "the square."}],
  });

  it("is a mistake that led to every value", async () => {
    expect((await told("return x * x;", number, twice, square)).advice).toBe("the square.");
  });

  it("is none that fits some failing inputs only", async () => {
    const result = await told("return x < 0 ? x * x : x * x + 1;", number, twice, square);
    expect(result.advice).toBe("the rule.");
  });

  it("is none that a value which passed speaks against", async () => {
    const result = await told("return x < 0 ? x * x : 2 * x;", number, twice, square);
    expect(result).toMatchObject({advice: "the rule.", input: "double(-1)"});
  });

  it("is the first of those that fit all", async () => {
    const demand = (x: number): Demand => ({
      advice: "the rule.",
      mistakes: [
        {value: 3, advice: "always 3."},
        {value: x ** 2, advice: "the square."},
        {value: x * x, advice: "the square again."},
      ],
    });
    expect((await told("return x * x;", number, twice, demand)).advice).toBe("the square.");
  });
});

describe("the advice about an overflow", () => {
  const demand = (): Demand => ({advice: "the rule.", overflow: "it overflows."});

  it.each([
    ["return NaN;", "it overflows."],
    ["return 1 / 0;", "it overflows."],
    ["return x > 3 ? NaN : 2 * x;", "it overflows."],
    ["return 700;", "the rule."],
    ["return x > 3 ? NaN : 0;", "the rule."],
    ["return [NaN];", "it overflows."],
    ["return undefined;", "the rule."],
  ])("for %j is: %s", async (body, advice) => {
    expect((await told(body, number, twice, demand)).advice).toBe(advice);
  });

  it("is not given where an infinite number is right", async () => {
    const result = await told("return NaN;", number, () => 1 / 0, demand);
    expect(result.advice).toBe("the rule.");
  });
});

describe("the input that is shown", () => {
  const list = (draw: Draw) => draw.list(0, 20, () => draw.number(-5, 5));
  const itself = (values: number[]) => values;

  it("is as short as the mistake allows, however long the first was", async () => {
    const result = await told("return x.slice(0, 6);", list, itself, () => ({}));
    expect(result.input).toBe("double([0, 0, 0, 0, 0, 0, 0])");
  });

  it("has numbers as simple as the mistake allows", async () => {
    const result = await told("return x.filter((v) => v > -3);", list, itself, () => ({}));
    expect(result.input).toBe("double([-3])");
  });
});
