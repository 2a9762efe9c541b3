import type {Draw} from "../../../../lib/grading/draw.js";
import {property} from "../../../../lib/grading/spec.js";

type Picture = number[];

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const moved = (seen: Picture, expected: Picture, share: number) =>
  seen.map((pixel, i) => pixel + share * (expected[i]! - pixel));

interface Two {
  readonly a: Picture;
  readonly b: Picture;
}

function drawTwo(draw: Draw): Two {
  const size = draw.size(2, 4, 20);
  return {a: draw.numbers(size, 0, 1), b: draw.numbers(size, 0, 1)};
}

const differenceDemand = ({a, b}: Two) => {
  const differences = a.map((pixel, i) => pixel - b[i]!);
  const squares = sum(differences.map((each) => each ** 2));
  return {
    advice: "square each difference, take the mean over the pixels, then the root.",
    mistakes: [
      {value: squares / a.length, advice: "the root is missing: this is the mean of the squares."},
      {
        value: Math.sqrt(squares),
        advice: "this is the root of the sum. Divide by the number of pixels before the root.",
      },
      {
        value: Math.sqrt(squares) / a.length,
        advice: "the division comes before the root: the root of the mean.",
      },
      {
        value: sum(differences.map(Math.abs)) / a.length,
        advice: "these are sizes of differences. Square them instead, and take the root at last.",
      },
      {
        value: Math.abs(sum(differences) / a.length),
        advice: "lighter and darker pixels make up for each other. Square each difference first.",
      },
    ],
  };
};

interface Step {
  readonly seen: Picture;
  readonly expected: Picture;
  readonly left: number;
}

function drawStep(draw: Draw): Step {
  const size = draw.size(1, 3, 20);
  const seen = draw.numbers(size, -2, 3);
  return {seen, expected: draw.numbers(size, 0, 1), left: 1 + draw.size(1, 3, 19)};
}

const stepDemand = ({seen, expected, left}: Step) => ({
  advice: "seen + (expected - seen) / left, for each pixel.",
  mistakes: [
    {
      value: expected,
      advice: "this goes the whole way at once. Go one of `left` equal parts of it.",
    },
    {
      value: moved(seen, expected, -1 / left),
      advice: "this goes away from what is expected. It is expected minus seen.",
    },
    {
      value: moved(expected, seen, 1 / left),
      advice: "this begins at the expected picture, and goes back. Begin at what is seen.",
    },
    {
      value: expected.map((pixel, i) => (pixel - seen[i]!) / left),
      advice: "this is how far a step goes. Add it to what is seen.",
    },
    {
      value: seen.map((pixel, i) => pixel + expected[i]! / left),
      advice: "the expected picture itself is added. Add a part of what is missing to it.",
    },
    {
      value: moved(seen, expected, 1 / (left + 1)),
      advice: "this step counts among those left: divide by left.",
    },
  ],
});

interface Way {
  readonly noise: Picture;
  readonly expectations: Picture[];
}

function drawWay(draw: Draw): Way {
  const size = draw.size(1, 3, 12);
  const steps = 1 + draw.size(1, 3, 9);
  return {
    noise: draw.numbers(size, -2, 3),
    expectations: Array.from({length: steps}, () => draw.numbers(size, 0, 1)),
  };
}

/** After each step, which goes `share` of what is missing. */
function going({noise, expectations}: Way, share: (k: number, steps: number) => number): Picture[] {
  let seen = noise;
  return expectations.map((expected, k) => {
    seen = moved(seen, expected, share(k, expectations.length));
    return seen;
  });
}

const rightShare = (k: number, steps: number) => 1 / (steps - k);

const wayDemand = (way: Way) => {
  const {noise, expectations} = way;
  const steps = expectations.length;
  const right = going(way, rightShare);
  return {
    advice:
      "step by step: in step k, from 0 on, stepTowards what is expected then, with expectations.length - k steps left.",
    mistakes: [
      {
        value: going(way, () => 1 / steps),
        advice: "the number of steps left is the same each time. It gets one less with each step.",
      },
      {
        value: going(way, (k) => 1 / (k + 1)),
        advice: "the steps are counted from the wrong end: before the first one all are left.",
      },
      {
        value: going({noise, expectations: [...expectations].reverse()}, rightShare),
        advice:
          "the expectations come in the wrong order: the first one belongs to the first step.",
      },
      {
        value: going({noise, expectations: expectations.map(() => expectations[0]!)}, rightShare),
        advice: "each step goes towards the first expectation. Take that of its own step.",
      },
      {
        value: expectations.map((expected, k) => moved(noise, expected, 1 / (steps - k))),
        advice: "every step begins at the noise. Begin each one where the last one has led.",
      },
      {value: [noise, ...right], advice: "the noise stands first in the list. Leave it out."},
      {
        value: [noise, ...right.slice(0, -1)],
        advice: "these are the pictures before each step. Give those after it.",
      },
      {value: right.at(-1)!, advice: "this is the last picture alone. Give those on the way, too."},
    ],
  };
};

export const tests = [
  property("difference", "of two pictures", 2, drawTwo, async (two, {call, check}) => {
    const squares = sum(two.a.map((pixel, i) => (pixel - two.b[i]!) ** 2));
    const right = Math.sqrt(squares / two.a.length);
    check.close(await call("difference", two.a, two.b), right, differenceDemand(two));
  }),
  property("step", "towards what is expected", 3, drawStep, async (step, {call, check}) => {
    const {seen, expected, left} = step;
    const yours = await call("stepTowards", seen, expected, left);
    check.close(yours, moved(seen, expected, 1 / left), stepDemand(step));
  }),
  property("way", "from noise to the end", 3, drawWay, async (way, {call, check}) => {
    const yours = await call("allSteps", way.noise, way.expectations);
    check.close(yours, going(way, rightShare), wayDemand(way));
  }),
];
