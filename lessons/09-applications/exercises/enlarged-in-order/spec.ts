import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";

type Row = readonly number[];

interface Given {
  readonly truth: number[];
  readonly weights: number[];
}

/** An even number of pixels, two or more of them in the small row. */
function drawGiven(draw: Draw): Given {
  const length = draw.size(2, 5, 12);
  return {
    truth: draw.numbers(2 * length, 0, 1),
    weights: [0, 1, 2, 3].map(() => draw.number(0.1, 0.9) * (draw.integer(0, 1) ? 1 : -1)),
  };
}

const mean = (values: Row) => values.reduce((a, b) => a + b, 0) / values.length;
const squaredError = (a: Row, b: Row) => mean(a.map((value, i) => (value - b[i]!) ** 2));

/** The rule's answer, and with what the network adds. */
function rows({truth, weights}: Given) {
  const small = truth.flatMap((value, k) => (k % 2 ? [] : [(value + truth[k + 1]!) / 2]));
  const last = small.length - 1;
  const base = truth.map((_, k) => small[k >> 1]!);
  const made = base.map((value, k) => {
    const i = k >> 1;
    const tilt = small[Math.min(last, i + 1)]! - small[Math.max(0, i - 1)]!;
    const at = k % 2 ? 2 : 0;
    return value + weights[at]! * tilt + weights[at + 1]!;
  });
  return {base, made};
}

const madeDemand = (given: Given) => ({
  advice: "what the rule makes of the small row, and what the network adds to it, pixel by pixel.",
  mistakes: [
    {value: [], advice: "nothing is made."},
    {value: rows(given).base, advice: "this is the rule’s row, without the network’s details."},
  ],
});

const errorDemand = (given: Given) => ({
  advice: "the mean squared difference of what is made from the truth.",
  mistakes: [
    {value: -1, advice: "no error has been measured."},
    {
      value: squaredError(rows(given).base, given.truth),
      advice: "this is the error of the rule alone. Measure what is made.",
    },
  ],
});

export const tests = [
  property("made", "what is made of any row", 4, drawGiven, async (given, {call, check}) => {
    const yours = check.field(await call("enlarged", given.truth, given.weights), "made");
    check.close(yours, rows(given).made, madeDemand(given));
  }),
  property("error", "the error of any row", 2, drawGiven, async (given, {call, check}) => {
    const yours = check.field(await call("enlarged", given.truth, given.weights), "error");
    check.close(yours, squaredError(rows(given).made, given.truth), errorDemand(given));
  }),
  test("error", "the example", 1, async ({call, check}) => {
    const given = {truth: [0.1, 0.3, 0.5, 0.7], weights: [-0.1, 0, 0.1, 0]};
    const yours = check.field(await call("enlarged", given.truth, given.weights), "error");
    check.close(yours, 0.0036, errorDemand(given));
  }),
];
