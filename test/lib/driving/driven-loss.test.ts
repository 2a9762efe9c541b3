import {describe, expect, it} from "vitest";
import {drivenLoss} from "../../../lib/driving/driven-loss.js";
import type {ReaderFunction} from "../../../lib/driving/reader-function.js";
import {faultOf, trusted} from "./sandboxed.js";

const logits = Float32Array.of(-3, -0.5, 0, 0.25, 2, 7);
const count = logits.length;
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const sum = "const sum = (v: number[]) => v.reduce((a, b) => a + b, 0);";
const softplus =
  "const softplus = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));";
const loss = (body: string) =>
  `${sum} ${softplus} export function f(x: number[]) { return ${body}; }`;

/** The loss of some code, and how many numbers it was asked for. */
async function counted(code: string) {
  const fn = await trusted(code);
  let numbers = 0;
  const counting: ReaderFunction = {
    ...fn,
    call(lists) {
      numbers += lists.reduce((all, [list]) => all + (list as number[]).length, 0);
      return fn.call(lists);
    },
  };
  const result = await drivenLoss(counting)(logits);
  return {...result, numbers};
}

function expectGradient(gradient: Float32Array, right: (x: number, i: number) => number): void {
  for (const [i, x] of logits.entries()) expect(gradient[i]).toBeCloseTo(right(x, i), 6);
}

const aFew = 2 * count + (2 * 2 + 1) * count;

describe("a loss of a reader's", () => {
  it("has the gradient of a mean, from calls with one number each", async () => {
    const mean = await counted(loss("sum(x.map((v) => softplus(-v))) / x.length"));
    const right = Array.from(logits, (x) => Math.log1p(Math.exp(-x)));
    expect(mean.loss).toBeCloseTo(right.reduce((a, b) => a + b) / count, 6);
    expectGradient(mean.gradient, (x) => -sigmoid(-x) / count);
    expect(mean.numbers).toBe(aFew);
  });

  it("has that of a sum, and of half a mean: the share is found, not believed", async () => {
    const whole = await counted(loss("sum(x.map((v) => softplus(-v)))"));
    expectGradient(whole.gradient, (x) => -sigmoid(-x));
    const half = await counted(
      loss("x.length === 1 ? softplus(-x[0]!) : sum(x.map((v) => softplus(-v))) / 2 / x.length"),
    );
    expectGradient(half.gradient, (x) => -sigmoid(-x) / 2 / count);
    expect([whole.numbers, half.numbers]).toEqual([aFew, aFew]);
  });

  it.each([
    [
      "the square of the mean",
      "(sum(x) / x.length) ** 2",
      (_: number) => (2 * 5.75) / count / count,
    ],
    ["the first alone", "softplus(-x[0]!)", (x: number, i: number) => (i === 0 ? -sigmoid(-x) : 0)],
    [
      "a product of neighbours",
      "x.length > 1 ? x[0]! * x[1]! : x[0]!",
      (_: number, i: number) => [-0.5, -3][i] ?? 0,
    ],
    ["the largest", "Math.max(...x)", (x: number) => (x === 7 ? 1 : 0)],
  ])("has the gradient of %s, one number at a time", async (_, body, right) => {
    const {gradient, numbers} = await counted(loss(body));
    expectGradient(gradient, right);
    expect(numbers).toBe(aFew + 2 * count * count);
  });

  it("has none where it is flat", async () => {
    const {gradient, numbers} = await counted(loss("3"));
    expect(Array.from(gradient)).toEqual(Array(count).fill(0));
    expect(numbers).toBe(aFew);
  });

  it.each([
    ["NaN", "NaN", "f returned NaN for a list of 6 (expected: a finite number)."],
    ["Infinity", "1 / 0", "f returned Infinity for a list of 6 (expected: a finite number)."],
    [
      "a list",
      "x",
      "f returned [-3, -0.5, 0, 0.25, 2, 7] for a list of 6 (expected: a finite number).",
    ],
    ["nothing", "undefined", "f returned undefined for a list of 6 (expected: a finite number)."],
    [
      "NaN for one",
      "x.length > 1 ? 0 : x[0]! > 5 ? NaN : 1",
      "f returned NaN for [7.0001] (expected: a finite number).",
    ],
    ["a text", '"1"', 'f returned "1" for a list of 6 (expected: a finite number).'],
  ])("is refused where it gives %s", async (_, body, said) => {
    expect(await faultOf(counted(loss(body)))).toBe(`DrivenFault: ${said}`);
  });
});
