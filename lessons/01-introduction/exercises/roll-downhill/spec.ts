import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";

interface Neuron {
  readonly weights: number[];
  readonly bias: number;
  readonly pixels: number[];
}

interface Lesson extends Neuron {
  readonly target: number;
  readonly rate: number;
}

function drawNeuron(draw: Draw): Neuron {
  const size = draw.size(1, 4, 20);
  return {
    weights: draw.numbers(size, -3, 3),
    bias: draw.number(-3, 3),
    pixels: draw.numbers(size, 0, 1),
  };
}

function drawLesson(draw: Draw): Lesson {
  return {
    ...drawNeuron(draw),
    target: draw.integer(0, 1),
    rate: draw.oneOf([0.5, 0.1, 1, 2, 0.25]),
  };
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const products = ({weights, pixels}: Neuron) => weights.map((weight, i) => weight * pixels[i]!);
const scoreOf = (neuron: Neuron) => sum(products(neuron)) + neuron.bias;
const probability = (s: number) => 1 / (1 + Math.exp(-s));
const errorOf = (lesson: Lesson) => probability(scoreOf(lesson)) - lesson.target;

/** The step that these slopes lead to; the last is that of the bias. */
function moved({weights, bias, rate}: Lesson, slopes: readonly number[]) {
  return {
    weights: weights.map((weight, i) => weight - rate * slopes[i]!),
    bias: bias - rate * slopes[weights.length]!,
  };
}

const slopesOf = (lesson: Lesson, error = errorOf(lesson)) => [
  ...lesson.pixels.map((pixel) => error * pixel),
  error,
];

/** The neuron is asked anew after each weight. */
function onTheWay(lesson: Lesson) {
  const weights = [...lesson.weights];
  for (const [i, pixel] of lesson.pixels.entries())
    weights[i]! -= lesson.rate * errorOf({...lesson, weights}) * pixel;
  return {weights, bias: lesson.bias - lesson.rate * errorOf({...lesson, weights})};
}

const stepDemand = (lesson: Lesson) => {
  const [error, {weights, bias, pixels, rate}] = [errorOf(lesson), lesson];
  const right = slopesOf(lesson);
  return {
    advice:
      "error = answer - target. A weight moves by -rate times error times its pixel, the bias by -rate times error.",
    mistakes: [
      {
        value: {weights, bias},
        advice: "nothing has moved.",
      },
      {
        value: moved(lesson, slopesOf(lesson, -error)),
        advice: "this goes uphill: the loss rises. Subtract rate times slope.",
      },
      {
        value: moved(lesson, [...pixels.map(() => error), error]),
        advice:
          "every weight moves by the whole error. A weight moves the score by its pixel, so its slope is error times pixel.",
      },
      {
        value: {weights: moved(lesson, right).weights, bias},
        advice: "the bias has not moved. Its slope is the error itself.",
      },
      {
        value: moved({...lesson, rate: 1}, right),
        advice: "the rate is missing: each slope is to be multiplied by it.",
      },
      {
        value: moved(lesson, slopesOf(lesson, probability(scoreOf(lesson)))),
        advice: "these are the slopes as if no were always right. The error is answer - target.",
      },
      {
        value: moved(lesson, slopesOf(lesson, scoreOf(lesson) - lesson.target)),
        advice: "the error is made of the score. Make it of the answer, the probability.",
      },
      {
        value: onTheWay(lesson),
        advice:
          "the neuron was asked again after a weight had moved. All slopes belong to the weights before the step.",
      },
      {
        value: {
          weights: weights.map((_, i) => -rate * right[i]!),
          bias: -rate * error,
        },
        advice: "this is only by how much they move. Add it to what they were.",
      },
      {
        value: moved(
          lesson,
          right.map((slope, i) => (i < weights.length ? error * weights[i]! : slope)),
        ),
        advice:
          "the slope along a weight is error times its pixel; this is error times the weight, the slope along the pixel.",
      },
    ],
  };
};

const scoreDemand = (neuron: Neuron) => ({
  advice: "each weight times its pixel, all added up, and the bias.",
  mistakes: [
    {value: sum(products(neuron)), advice: "the bias is missing."},
    {
      value: sum(products(neuron)) + neuron.bias * neuron.weights.length,
      advice: "the bias was added once for each pixel. It is added once.",
    },
    {
      value: sum(neuron.weights) + sum(neuron.pixels) + neuron.bias,
      advice: "weights and pixels were added. Multiply each weight by its pixel first.",
    },
    {
      value: sum(neuron.weights) * sum(neuron.pixels) + neuron.bias,
      advice: "the sums were multiplied. Multiply each weight by its own pixel, then add up.",
    },
    {value: sum(products(neuron)) - neuron.bias, advice: "the bias is added, not subtracted."},
    {
      value: Math.max(0, scoreOf(neuron)),
      advice: "this is cut at 0. The score has no activation: it may be negative.",
    },
    {value: probability(scoreOf(neuron)), advice: "this is the answer already. Give the sum."},
  ],
});

export const tests = [
  property("score", "any number of pixels", 2, drawNeuron, async (neuron, {call, check}) => {
    const yours = await call("score", neuron.weights, neuron.bias, neuron.pixels);
    check.close(yours, scoreOf(neuron), scoreDemand(neuron));
  }),
  property(
    "answer",
    "the probability of yes",
    1,
    (draw) => draw.number(-6, 6),
    async (s, {call, check}) => {
      check.close(await call("answer", s), probability(s), {
        advice: "1 / (1 + exp(-score)).",
        mistakes: [
          {
            value: probability(-s),
            advice:
              "this is the probability of no: a high score must give nearly 1. Mind the minus.",
          },
          {value: Math.exp(s), advice: "this is only the power. Divide it by 1 plus itself."},
          {value: 1 + Math.exp(-s), advice: "this is the denominator: 1 divided by it is wanted."},
          {value: s > 0 ? 1 : 0, advice: "this is a decision. The answer lies between 0 and 1."},
        ],
      });
    },
  ),
  property(
    "answer",
    "of very large and very small scores",
    1,
    (draw) => draw.oneOf([800, -800, 1000, -1000]) + draw.number(-20, 20),
    async (s, {call, check}) => {
      check.close(await call("answer", s), probability(s), {
        advice: "nearly 1 for a large score, nearly 0 for a very negative one.",
        overflow:
          "exp of a large number is Infinity, and Infinity / Infinity is NaN. 1 / (1 + exp(-score)) has the power in the denominator alone.",
      });
    },
    12,
  ),
  property("step", "on one picture", 2, drawLesson, async (lesson, {call, check}) => {
    const {weights, bias, pixels, target, rate} = lesson;
    const yours = await call("step", weights, bias, pixels, target, rate);
    const mine = {
      weights: check.numbers(check.field(yours, "weights"), weights.length),
      bias: check.number(check.field(yours, "bias")),
    };
    check.close(
      [...mine.weights, mine.bias],
      flat(moved(lesson, slopesOf(lesson))),
      flatDemand(stepDemand(lesson)),
    );
  }),
  test("step", "fifty steps, a picture each", 2, async ({call, check, random}) => {
    const lessons = Array.from({length: 50}, () => lighter(random.integer(10), random.integer(9)));
    let [yours, right] = [untrained, untrained];
    for (const {pixels, target} of lessons) {
      const next = await call("step", yours.weights, yours.bias, pixels, target, rate);
      yours = {
        weights: check.numbers(check.field(next, "weights"), 2),
        bias: check.number(check.field(next, "bias")),
      };
      const lesson = {...right, weights: [...right.weights], pixels, target, rate};
      right = moved(lesson, slopesOf(lesson));
    }
    check.close(flat(yours), flat(right), {
      advice: "the test before this one says what is wrong with a single step.",
    });
  }),
];

const rate = 2;
const untrained: {readonly weights: readonly number[]; readonly bias: number} = {
  weights: [0, 0],
  bias: 0,
};

/** Two different pixels, in tenths, and whether the left one is the lighter. */
function lighter(left: number, other: number) {
  const right = other >= left ? other + 1 : other;
  return {pixels: [left / 10, right / 10], target: left > right ? 1 : 0};
}

function flat({weights, bias}: {readonly weights: readonly number[]; readonly bias: number}) {
  return [...weights, bias];
}

function flatDemand({advice, mistakes}: ReturnType<typeof stepDemand>) {
  return {
    advice,
    mistakes: mistakes.map((each) => ({...each, value: flat(each.value)})),
  };
}
