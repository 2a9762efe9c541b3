import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";

type Row = readonly number[];

const sum = (values: Row) => values.reduce((a, b) => a + b, 0);
const added = (a: Row, x: number, b: Row, y: number) => a.map((value, j) => x * value + y * b[j]!);

interface Pair {
  readonly picture: number[];
  readonly noise: number[];
  readonly slopes: readonly [number, number];
}

function drawPair(draw: Draw): Pair {
  const size = draw.size(1, 3, 20);
  return {
    picture: draw.numbers(size, -2, 2),
    noise: draw.numbers(size, -3, 3),
    slopes: [draw.number(0.2, 2), draw.number(-2, -0.2)],
  };
}

const targetDemand = ({picture, noise, slopes: [a, s]}: Pair) => ({
  advice:
    "number by number, the slope of the signal times the picture plus the slope of the noise strength times the noise.",
  mistakes: [
    {
      value: added(picture, -a, noise, -s),
      advice:
        "the sign is turned: this leads from the picture to the noise. Time runs from noise to picture.",
    },
    {
      value: added(picture, a, noise, -s),
      advice: "the noise is turned round. Its slope is negative already: add it as it is.",
    },
    {
      value: added(picture, s, noise, a),
      advice: "the two slopes are swapped: the signal belongs to the picture.",
    },
    {
      value: added(picture, 1, noise, -1),
      advice: "this holds for the straight path only. Take the slopes that you are given.",
    },
    {
      value: added(picture, a, noise, 0),
      advice: "the noise is missing: it fades, and that is half of the motion.",
    },
  ],
});

interface Said {
  readonly said: number[];
  readonly target: number[];
}

function drawSaid(draw: Draw): Said {
  const size = draw.size(1, 3, 20);
  return {said: draw.numbers(size, -3, 3), target: draw.numbers(size, -3, 3)};
}

const lossDemand = ({said, target}: Said) => {
  const differences = said.map((value, j) => value - target[j]!);
  const squares = sum(differences.map((each) => each ** 2));
  return {
    advice: "the mean over the numbers of (said - target) ** 2.",
    mistakes: [
      {value: squares, advice: "this is the sum. Divide by how many numbers there are."},
      {value: squares / said.length / 2, advice: "there is no half in this loss."},
      {
        value: Math.sqrt(squares / said.length),
        advice: "this is the root of the mean. Leave the squares as they are.",
      },
      {
        value: sum(differences.map(Math.abs)) / said.length,
        advice: "these are the sizes of the differences. Square each.",
      },
      {
        value: sum(differences) / said.length,
        advice: "differences of unlike sign cancel each other. Square each before you add.",
      },
      {
        value: (sum(differences) / said.length) ** 2,
        advice: "square each difference, then take the mean: not the other way round.",
      },
    ],
  };
};

interface Place {
  readonly x: number[];
  readonly velocity: number[];
  readonly t: number;
  readonly next: number;
}

function drawPlace(draw: Draw): Place {
  const size = draw.size(1, 3, 20);
  const t = draw.number(0, 0.9);
  return {
    x: draw.numbers(size, -2, 2),
    velocity: draw.numbers(size, -3, 3),
    t,
    next: Math.round(100 * (t + draw.number(0.02, 1 - t))) / 100,
  };
}

const guessDemand = ({x, velocity, t}: Place) => ({
  advice: "x plus 1 - t times the velocity: so much time is left.",
  mistakes: [
    {
      value: added(x, 1, velocity, t),
      advice: "t is the time that has passed. What is left until the picture is 1 - t.",
    },
    {
      value: added(x, 1, velocity, 1),
      advice: "the point travels for a time of 1 only if it starts at t = 0. Here 1 - t is left.",
    },
    {
      value: added(x, 1, velocity, -t),
      advice: "this goes back to the noise. Go on to t = 1.",
    },
    {
      value: added(x, 1, velocity, t - 1),
      advice: "the sign is turned: the velocity leads to the picture, so add it.",
    },
    {value: [...velocity], advice: "this is the velocity. Say where it leads."},
  ],
});

const stepDemand = ({x, velocity, t, next}: Place) => ({
  advice: "x plus next - t times the velocity.",
  mistakes: [
    {
      value: added(x, 1, velocity, next),
      advice: "next is a moment, not a length of time. From t to next it is next - t.",
    },
    {
      value: added(x, 1, velocity, t),
      advice: "the step lasts from t to next: next - t, not t.",
    },
    {
      value: added(x, 1, velocity, t - next),
      advice: "the sign is turned: this goes back in time.",
    },
    {
      value: added(x, 1, velocity, 1),
      advice: "the whole velocity is added, as if the step lasted from 0 to 1.",
    },
    {
      value: added(x, 1, velocity, 1 - t),
      advice: "this goes on to t = 1 at once. Stop at next.",
    },
    {
      value: added(x, 0, velocity, next - t),
      advice: "this is how far the point goes. Add where it was.",
    },
  ],
});

export const tests = [
  property("target", "both strengths change", 2, drawPair, async (pair, {call, check}) => {
    const {picture, noise, slopes} = pair;
    const yours = await call("velocityTarget", picture, noise, ...slopes);
    check.close(yours, added(picture, slopes[0], noise, slopes[1]), targetDemand(pair));
  }),
  test("target", "it is the slope of the mixture", 1, async ({call, check, random}) => {
    const [picture, noise] = [Array.from(random.normals(6)), Array.from(random.normals(6))];
    const angle = 0.3 + random.uniform();
    const yours = await call("velocityTarget", picture, noise, Math.cos(angle), -Math.sin(angle));
    const at = (time: number) => added(picture, Math.sin(time), noise, Math.cos(time));
    const small = 1e-5;
    const slope = added(at(angle + small), 0.5 / small, at(angle - small), -0.5 / small);
    check.close(yours, slope, {
      advice: "move the time a little: the mixture changes by the velocity times so much.",
      tolerance: {absolute: 1e-5, relative: 1e-5},
    });
  }),
  property("loss", "a mean of squares", 2, drawSaid, async (given, {call, check}) => {
    const {said, target} = given;
    const right = sum(said.map((value, j) => (value - target[j]!) ** 2)) / said.length;
    check.close(await call("flowLoss", said, target), right, lossDemand(given));
  }),
  property("guess", "on until the picture", 2, drawPlace, async (place, {call, check}) => {
    const {x, velocity, t} = place;
    const yours = await call("guessFrom", x, velocity, t);
    check.close(yours, added(x, 1, velocity, 1 - t), guessDemand(place));
  }),
  property("step", "as long as the step lasts", 2, drawPlace, async (place, {call, check}) => {
    const {x, velocity, t, next} = place;
    const yours = await call("eulerStep", x, velocity, t, next);
    check.close(yours, added(x, 1, velocity, next - t), stepDemand(place));
  }),
  test("step", "one pair, in uneven steps", 1, async ({call, check, random}) => {
    const [picture, noise] = [Array.from(random.normals(5)), Array.from(random.normals(5))];
    const velocity = added(picture, 1, noise, -1);
    let x: Row = noise;
    for (const [t, next] of [
      [0, 0.1],
      [0.1, 0.45],
      [0.45, 0.5],
      [0.5, 1],
    ] as const)
      x = check.numbers(await call("eulerStep", [...x], velocity, t, next), 5);
    check.close(x, picture, {
      advice:
        "with the velocity of one pair, any steps from 0 to 1 lead from its noise to its picture.",
    });
  }),
];
