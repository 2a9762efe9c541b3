import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";

interface Mixed {
  readonly picture: number[];
  readonly noise: number[];
  readonly t: number;
}

function drawMixed(draw: Draw): Mixed {
  const size = draw.size(1, 3, 20);
  return {
    picture: draw.numbers(size, -1, 1),
    noise: draw.numbers(size, -3, 3),
    t: draw.number(0.05, 0.95),
  };
}

type Row = readonly number[];

const sum = (values: Row) => values.reduce((a, b) => a + b, 0);
const added = (a: Row, x: number, b: Row, y: number) => a.map((value, j) => x * value + y * b[j]!);

const thereDemand = ({picture, noise, t}: Mixed) => ({
  advice: "pixel by pixel, t times the picture plus 1 - t times the noise.",
  mistakes: [
    {
      value: added(picture, 1 - t, noise, t),
      advice: "time runs the other way: at 0 all is noise, at 1 all is picture.",
    },
    {
      value: added(picture, 1, noise, 1 - t),
      advice: "the picture keeps its full strength. It fades as well: take t of it.",
    },
    {
      value: added(picture, t, noise, 1),
      advice: "the noise keeps its full strength. Take 1 - t of it.",
    },
    {
      value: added(picture, Math.sqrt(t), noise, Math.sqrt(1 - t)),
      advice: "these are roots, of another path. On the straight one the amounts are t and 1 - t.",
    },
    {
      value: added(picture, t, noise, t - 1),
      advice: "the noise is taken off. Add it.",
    },
  ],
});

interface Seen {
  readonly noisy: number[];
  readonly guess: number[];
  readonly t: number;
}

function drawSeen(draw: Draw): Seen {
  const size = draw.size(1, 3, 20);
  return {
    noisy: draw.numbers(size, -2, 2),
    guess: draw.numbers(size, -1, 1),
    t: draw.number(0.05, 0.95),
  };
}

const noiseDemand = ({noisy, guess, t}: Seen) => ({
  advice: "take t times the guess off, then divide by 1 - t.",
  mistakes: [
    {
      value: added(noisy, 1, guess, -t),
      advice: "this is the noise as it stands in the mixture, weakened. Divide by 1 - t.",
    },
    {
      value: added(noisy, 1 / (1 - t), guess, -1 / (1 - t)),
      advice: "the whole guess is taken off. Only t of it is in the noisy picture.",
    },
    {
      value: added(noisy, 1 / t, guess, -(1 - t) / t),
      advice: "time runs the other way: the share of the noise is 1 - t.",
    },
    {
      value: added(noisy, 1, guess, -1),
      advice:
        "noisy minus guess: neither of the two amounts is in it. Take t times the guess off, and divide by 1 - t.",
    },
    {
      value: added(guess, t / (1 - t), noisy, -1 / (1 - t)),
      advice: "the sign is wrong: it is the noisy picture minus t times the guess.",
    },
  ],
});

interface Chosen {
  readonly noisy: number[];
  readonly pictures: number[][];
  readonly t: number;
}

function drawChosen(draw: Draw): Chosen {
  const size = draw.size(1, 2, 9);
  return {
    noisy: draw.numbers(size, -1, 1),
    pictures: draw.matrix(draw.size(1, 3, 12), size, -1, 1),
    t: draw.number(0.05, 0.8),
  };
}

type Weight = (distance: number, t: number) => number;

const right: Weight = (distance, t) => Math.exp(-distance / (2 * (1 - t) ** 2));
const apart = ({noisy, t}: Chosen, picture: Row, scale = t) =>
  sum(picture.map((value, j) => (noisy[j]! - scale * value) ** 2));

/** The mean with these weights; `scale` is what a picture is multiplied with before it is compared. */
function guessWith(chosen: Chosen, weight: Weight = right, scale = chosen.t): number[] {
  const weights = chosen.pictures.map((picture) => weight(apart(chosen, picture, scale), chosen.t));
  return meanOf(
    chosen,
    weights.map((each) => each / sum(weights)),
  );
}

function meanOf({noisy, pictures}: Chosen, shares: Row): number[] {
  return noisy.map((_, j) => sum(pictures.map((picture, i) => shares[i]! * picture[j]!)));
}

function nearest(chosen: Chosen): number[] {
  const distances = chosen.pictures.map((picture) => apart(chosen, picture));
  return chosen.pictures[distances.indexOf(Math.min(...distances))]!;
}

/** Where weights round to 0, some mistakes lead to no number, as forgetting that does: it is the one to be named. */
const finiteOnly = (demand: ReturnType<typeof guessDemand>) => ({
  ...demand,
  mistakes: demand.mistakes.filter(({value}) => value.every(Number.isFinite)),
});

const guessDemand = (chosen: Chosen) => {
  const {pictures, t} = chosen;
  const weights = pictures.map((picture) => right(apart(chosen, picture), t));
  return {
    advice:
      "shares of the weights exp(-squared distance / (2 * (1 - t) ** 2)), then the mean of the pictures with these shares.",
    overflow:
      "all weights round to 0 where the distances are large, and 0 / 0 is NaN. Take the least distance off all of them before exp.",
    mistakes: [
      {
        value: meanOf(
          chosen,
          pictures.map(() => 1 / pictures.length),
        ),
        advice: "this is the mean of all pictures, whatever was seen. Weigh them.",
      },
      {
        value: nearest(chosen),
        advice: "this is the likeliest picture. Several may be likely: take the mean of all.",
      },
      {
        value: meanOf(chosen, weights),
        advice: "the weights do not add up to 1. Divide each by their sum.",
      },
      {
        value: guessWith(chosen, right, 1),
        advice:
          "the noisy picture is compared with the whole picture. Without noise it would be t times the picture.",
      },
      {
        value: guessWith(chosen, (distance, at) => Math.exp(-distance / (1 - at) ** 2)),
        advice: "the 2 below the distance is missing.",
      },
      {
        value: guessWith(chosen, (distance, at) => Math.exp(-distance / (2 * (1 - at)))),
        advice: "the spread of the noise is not squared: divide by 2 * (1 - t) ** 2.",
      },
      {
        value: guessWith(chosen, (distance, at) => Math.exp(-distance / (2 * at ** 2))),
        advice: "the distance is measured by t. Its unit is the spread of the noise, 1 - t.",
      },
      {
        value: guessWith(chosen, (distance) => Math.exp(-distance / 2)),
        advice: "the distance is not measured by the spread of the noise: the same at all times.",
      },
      {
        value: guessWith(chosen, (distance, at) => Math.exp(distance / (2 * (1 - at) ** 2))),
        advice: "the sign is wrong: the farther a picture, the less it weighs.",
      },
      {
        value: guessWith(chosen, (distance, at) =>
          Math.exp(-Math.sqrt(distance) / (2 * (1 - at) ** 2)),
        ),
        advice: "this is the distance itself. The exponent has its square.",
      },
    ],
  };
};

export const tests = [
  property(
    "there",
    "t of the one, 1 - t of the other",
    2,
    drawMixed,
    async (given, {call, check}) => {
      const {picture, noise, t} = given;
      const yours = await call("noised", picture, noise, t);
      check.close(yours, added(picture, t, noise, 1 - t), thereDemand(given));
    },
  ),
  test("there", "both ends", 1, async ({call, check, random}) => {
    const [picture, noise] = [Array.from(random.normals(7)), Array.from(random.normals(7))];
    for (const [t, end, words] of [
      [0, noise, "at t = 0 there is nothing but noise."],
      [1, picture, "at t = 1 there is nothing but the picture."],
    ] as const)
      check.close(await call("noised", picture, noise, t), end, {advice: words});
  }),
  property("noise", "what must have been added", 2, drawSeen, async (given, {call, check}) => {
    const {noisy, guess, t} = given;
    const yours = await call("noiseIn", noisy, guess, t);
    check.close(yours, added(noisy, 1 / (1 - t), guess, -t / (1 - t)), noiseDemand(given));
  }),
  property("guess", "a mean by probability", 3, drawChosen, async (given, {call, check}) => {
    const {noisy, pictures, t} = given;
    const yours = await call("bestGuess", noisy, pictures, t);
    check.close(yours, guessWith(given), guessDemand(given));
  }),
  test("guess", "at the start and near the end", 2, async ({call, check, random}) => {
    const pictures = Array.from({length: 4 + random.integer(4)}, () =>
      Array.from({length: 30}, () => Math.sign(random.normal()) * (1 + random.integer(3))),
    );
    const noisy = Array.from(random.normals(30));
    const all = pictures.map(() => 1 / pictures.length);
    check.close(await call("bestGuess", noisy, pictures, 0), meanOf({noisy, pictures, t: 0}, all), {
      advice: "at t = 0 nothing has been seen but noise: every picture has the same share.",
    });
    const t = 0.999;
    const chosen = pictures[random.integer(pictures.length)]!;
    const seen = chosen.map((value, j) => t * value + (1 - t) * noisy[j]!);
    check.close(await call("bestGuess", seen, pictures, t), chosen, {
      ...finiteOnly(guessDemand({noisy: seen, pictures, t})),
      advice: "near t = 1 one picture has the whole share: that of which the noisy one was made.",
    });
    const far = chosen.map((value) => value + 40);
    check.close(
      await call("bestGuess", far, pictures, t),
      nearest({noisy: far, pictures, t}),
      finiteOnly(guessDemand({noisy: far, pictures, t})),
    );
  }),
];
