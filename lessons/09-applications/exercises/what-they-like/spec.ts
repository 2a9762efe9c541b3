import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";

type Row = readonly number[];

const sum = (values: Row) => values.reduce((a, b) => a + b, 0);
const product = (a: Row, b: Row) => sum(a.map((value, i) => value * b[i]!));

function chancesOf(values: Row): number[] {
  const most = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - most));
  return powers.map((power) => power / sum(powers));
}

interface Click {
  readonly weights: number[];
  readonly offered: number[][];
  readonly taken: number;
  readonly rate: number;
}

function drawClick(draw: Draw): Click {
  const [features, count] = [draw.size(1, 3, 20), draw.size(2, 4, 20)];
  return {
    weights: draw.numbers(features, -2, 2),
    offered: draw.matrix(count, features, -2, 2),
    taken: draw.integer(0, count - 1),
    rate: draw.number(0.1, 1.5),
  };
}

/** The weights after the step, where `expected` is what was to be expected. */
function moved({weights, offered, taken, rate}: Click, expected: Row, from = taken): number[] {
  return weights.map((weight, i) => weight + rate * (offered[from]![i]! - expected[i]!));
}

function meanOf({offered}: Click, chances: Row): number[] {
  return offered[0]!.map((_, i) => sum(offered.map((row, j) => chances[j]! * row[i]!)));
}

function learnedDemand(click: Click) {
  const {weights, offered, taken, rate} = click;
  const chances = chancesOf(offered.map((row) => product(weights, row)));
  const expected = meanOf(click, chances);
  const alike = offered.map(() => 1 / offered.length);
  const nothing = expected.map(() => 0);
  return {
    wanted: moved(click, expected),
    demand: {
      advice:
        "the features of what was taken, less those that were to be expected, times the rate, added to the weights.",
      mistakes: [
        {
          value: moved(click, nothing),
          advice:
            "what was to be expected is not taken off. So the weights grow with every click, even if it was no surprise.",
        },
        {
          value: moved(click, meanOf(click, alike)),
          advice:
            "this takes all as equally probable. Count each garment by its chance under the weights.",
        },
        {
          value: weights.map((weight, i) => weight - rate * (offered[taken]![i]! - expected[i]!)),
          advice: "this leads down. What was taken should become more probable.",
        },
        {
          value: moved({...click, rate: 1}, expected),
          advice: "the rate is left out.",
        },
        {
          value: moved({...click, weights: nothing}, expected),
          advice: "this is the step alone. Add it to the weights that there were.",
        },
        {
          value: moved(click, expected, 0),
          advice: "this takes the first garment for the one that was taken.",
        },
      ],
    },
  };
}

export const tests = [
  property(
    "worth",
    "is the sum of the products",
    2,
    (draw) => {
      const n = draw.size(1, 4, 20);
      return {weights: draw.numbers(n, -3, 3), features: draw.numbers(n, -3, 3)};
    },
    async ({weights, features}, {call, check}) => {
      check.close(await call("worth", weights, features), product(weights, features), {
        advice: "multiply each weight by its feature, and add up.",
        mistakes: [
          {value: sum(features), advice: "this adds up the features. Each has a weight."},
          {
            value: product(weights, features) / weights.length,
            advice: "this is a mean. Add up, and do not divide.",
          },
        ],
      });
    },
  ),
  property(
    "chances",
    "are powers by their sum",
    2,
    (draw) => draw.numbers(draw.size(2, 4, 20), -4, 4),
    async (values, {call, check}) => {
      const powers = values.map((value) => Math.exp(value));
      check.close(await call("choiceChances", values), chancesOf(values), {
        advice: "e to each value, divided by the sum of all these powers.",
        mistakes: [
          {value: powers, advice: "these are the powers. Divide each by their sum."},
          {
            value: values.map((value) => value / sum(values)),
            advice: "this divides the values themselves. Take e to the power of each first.",
          },
          {
            value: powers.map((power) => power / Math.max(...powers)),
            advice: "this divides by the largest power. The chances must add up to 1.",
          },
        ],
      });
    },
  ),
  test("chances", "of large values", 2, async ({call, check}) => {
    check.close(await call("choiceChances", [4000, 4000 + Math.log(3), 4000]), [0.2, 0.6, 0.2], {
      advice: "only differences of values count: these are 0, ln 3 and 0.",
      overflow:
        "e to the power of thousands overflows. Take the largest value off all of them first.",
    });
    check.close(await call("choiceChances", [-4000, 4000]), [0, 1], {
      advice: "8,000 nats better is as good as sure.",
      overflow:
        "one of the powers overflows. Take the largest value off all of them, and none is above 1.",
    });
    check.close(await call("choiceChances", [-4000, -4000]), [0.5, 0.5], {
      advice: "equal values are equally probable.",
      overflow:
        "e to the power of minus thousands is 0, and 0 by 0 is no number. Take the largest value off all of them first.",
    });
  }),
  property("learned", "goes from expected to taken", 3, drawClick, async (click, {call, check}) => {
    const {weights, offered, taken, rate} = click;
    const {wanted, demand} = learnedDemand(click);
    check.close(await call("learnedFrom", weights, offered, taken, rate), wanted, demand);
  }),
  test("learned", "what all share teaches nothing", 1, async ({call, check}) => {
    const offered = [
      [1, 0],
      [1, 2],
      [1, 5],
    ];
    const yours = check.numbers(await call("learnedFrom", [0.7, 0], offered, 2, 1), 2);
    check.close(yours[0], 0.7, {
      advice: "all three have the same first feature, so the click says nothing about it.",
    });
    check.that(yours[1]! > 0, {
      expected: "a second weight above 0",
      yours: String(yours[1]),
      advice: "the one with the most of the second feature was taken.",
    });
  }),
];
