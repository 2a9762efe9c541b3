import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";
import type {Trial} from "../../../../lib/grading/trial.js";
import type {TestPicture, TestRun} from "../../../../lib/grading/verdict.js";
import {Random} from "../../../../lib/random.js";
import {epoch as faulty} from "./starter.js";

type Rows = readonly (readonly number[])[];

interface Given {
  readonly set: Rows;
  readonly moves: readonly number[];
}

interface Epoch {
  readonly shown: Rows;
  readonly set: Rows;
}

function drawGiven(draw: Draw): Given {
  const pixels = draw.size(1, 5, 12);
  const set = draw.matrix(draw.size(1, 3, 20), pixels, 0, 1);
  return {set, moves: set.map(() => draw.integer(-2, 2))};
}

/** A picture moved to the right, or to the left by a negative number. */
function moved(picture: readonly number[], move: number): number[] {
  const black = new Array<number>(Math.abs(move)).fill(0);
  return move < 0
    ? [...picture, ...black].slice(-move)
    : [...black, ...picture].slice(0, picture.length);
}

/** What leaves a picture on the one side comes in on the other. */
function turned(picture: readonly number[], move: number): number[] {
  const length = picture.length;
  return picture.map((_, place) => picture[(((place - move) % length) + length) % length]!);
}

type Mover = typeof moved;

const shownOf = ({set, moves}: Given, by: Mover = moved) =>
  set.map((picture, i) => by(picture, moves[i]!));

const rightEpoch = (given: Given): Epoch => ({shown: shownOf(given), set: given.set});

const pixels = 12;
const count = 20;
const epochs = 60;

interface Labelled {
  readonly set: Rows;
  /** 1 where the bar is in the right half. */
  readonly labels: readonly number[];
}

/** As many of each label: a bar of two pixels, which a move by one leaves in its half, on a ground that is not quite black. */
function bars(random: Random, count: number): Labelled {
  const labels = Array.from({length: count}, (_, i) => i % 2);
  const set = labels.map((label) => {
    const place = 6 * label + 1 + random.integer(3);
    return Array.from({length: pixels}, (_, i) => {
      const isBar = i === place || i === place + 1;
      return isBar ? 1 : Math.round(10 * random.uniform()) / 100;
    });
  });
  return {set, labels};
}

/** Weights of a classifier, one for each pixel and one alone. */
type Weights = readonly number[];

function chanceOf(weights: Weights, picture: readonly number[]): number {
  const score = picture.reduce((sum, pixel, i) => sum + weights[i]! * pixel, weights.at(-1)!);
  return 1 / (1 + Math.exp(-score));
}

const stepsPerEpoch = 4;

function learned(weights: Weights, {set, labels}: Labelled): Weights {
  const misses = set.map((picture, k) => chanceOf(weights, picture) - labels[k]!);
  return weights.map((weight, i) => {
    const slope = misses.reduce((sum, miss, k) => sum + miss * (set[k]![i] ?? 1), 0);
    return weight - slope / set.length;
  });
}

function lossOn(weights: Weights, {set, labels}: Labelled): number {
  const losses = set.map((picture, k) => {
    const chance = chanceOf(weights, picture);
    return -Math.log(labels[k] === 1 ? chance : 1 - chance);
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}

interface Data {
  readonly collected: Labelled;
  readonly held: Labelled;
  /** Of each epoch and picture. */
  readonly moves: Rows;
}

function dataOf(random: Random): Data {
  return {
    collected: bars(random, count),
    held: bars(random, 100),
    moves: Array.from({length: epochs}, () =>
      Array.from({length: count}, () => random.integer(3) - 1),
    ),
  };
}

interface Run {
  /** On new pictures, after each epoch. */
  readonly losses: Float32Array;
  /** What the last epoch learned from. */
  readonly last: Rows;
}

async function follow(
  {collected, held, moves}: Data,
  take: (given: Given) => Promise<Epoch> | Epoch,
): Promise<Run> {
  const {labels} = collected;
  const losses: number[] = [];
  let now: Epoch = {shown: [], set: collected.set};
  let weights: Weights = new Array<number>(pixels + 1).fill(0);
  for (const each of moves) {
    now = await take({set: now.set, moves: each});
    for (let step = 0; step < stepsPerEpoch; step++)
      weights = learned(weights, {set: now.shown, labels});
    losses.push(lossOn(weights, held));
  }
  return {losses: Float32Array.from(losses), last: now.shown};
}

function comparedRun(label: string, yours: Run, right: Run): TestRun {
  return {
    label,
    other: "right epochs",
    curves: [
      {
        ...{label: "loss on new pictures", role: "judge"},
        ...{yours: yours.losses, right: right.losses},
      },
    ],
    pictures: [rowsPicture("expected", right.last), rowsPicture("yours", yours.last)],
  };
}

/** A row for each picture. */
function rowsPicture(role: TestPicture["role"], rows: Rows): TestPicture {
  const data = Float32Array.from(rows.flat(), (pixel) => 2 * pixel - 1);
  const dark = rows.filter((row) => row.every((pixel) => pixel < 0.5)).length;
  return {
    role,
    images: {data, shape: [1, rows.length, pixels, 1]},
    alt: `What the last epoch learned from, a row for each of ${rows.length} pictures: ${dark} have no bar.`,
  };
}

/** A field of an answer as rows of as many numbers as those of `like`. */
function rowsOf(value: unknown, name: string, like: Rows, check: Trial["check"]): Rows {
  return check
    .list(check.field(value, name), like.length, "pictures")
    .map((row, i) => check.numbers(row, like[i]!.length));
}

export const tests = [
  property("epoch", "what is shown", 1, drawGiven, async (given, {call, check}) => {
    const {set, moves} = given;
    const made = await call("epoch", set, moves);
    check.close(check.field(made, "set"), set, {
      advice: "the next epoch begins with the set as it was collected, all of it, unmoved.",
      mistakes: [
        {
          value: shownOf(given),
          advice:
            "the set that the next epoch gets is moved, too. It would be moved again, from where it is by then.",
        },
        {
          value: shownOf({set: shownOf(given), moves}, (picture, move) => moved(picture, -move)),
          advice:
            "moved there and back, a picture lacks what left it on the way. Don’t move the set at all.",
        },
        {value: set.map((row) => row.map(() => 0)), advice: "now the set is black."},
      ],
    });
    check.close(check.field(made, "shown"), shownOf(given), {
      advice:
        "each picture is shown moved by its own number of pixels. What leaves it is lost, and black comes in.",
      mistakes: shownMistakes(given),
    });
  }),
  property("epoch", "two epochs in a row", 2, drawGiven, async ({set, moves}, {call, check}) => {
    const first = await call("epoch", set, moves);
    const back = moves.map((move) => -move);
    const second = await call("epoch", rowsOf(first, "set", set, check), back);
    check.close(check.field(second, "shown"), shownOf({set, moves: back}), {
      advice: "each epoch moves the pictures from where they were when they were collected.",
      mistakes: [
        {
          value: shownOf({set: shownOf({set, moves}), moves: back}),
          advice:
            "the second epoch begins where the first one has left the pictures. It must begin with the set as it was.",
        },
        {value: set, advice: "in the second epoch nothing is moved."},
      ],
    });
  }),
  test("training", "the bars stay where they are", 2, async ({call, check, random, show}) => {
    const data = dataOf(random);
    const right = await follow(data, rightEpoch);
    const yours = await follow(data, async ({set, moves}) => {
      const made = await call("epoch", set, moves);
      return {shown: rowsOf(made, "shown", set, check), set: rowsOf(made, "set", set, check)};
    });
    show(comparedRun("Your epochs, trained with", yours, right));
    const [end, goal] = [yours, right].map(({losses}) => losses.at(-1)!.toFixed(3));
    check.that(Math.abs(yours.losses.at(-1)! - right.losses.at(-1)!) < 0.02, {
      expected: `a loss of about ${goal} on new pictures, after ${epochs} epochs`,
      yours: String(end),
      advice: "does the loss turn? Then look at what one epoch hands on to the next.",
    });
  }),
];

/** What may be shown instead. */
function shownMistakes(given: Given) {
  const {set, moves} = given;
  return [
    {value: set, advice: "now nothing is moved. What an epoch learns from must be."},
    {
      value: shownOf(given, (picture, move) => moved(picture, -move)),
      advice: "now pictures move the other way. A positive number moves them to the right.",
    },
    {
      value: shownOf(given, turned),
      advice: "what leaves a picture on the one side comes in on the other. It should be lost.",
    },
    {
      value: set.map((picture) => moved(picture, moves[0]!)),
      advice: "all pictures are moved by the first number. Each has one of its own.",
    },
    {
      value: shownOf(given, (picture, move) => moved(moved(picture, move), move)),
      advice: "now each picture is moved twice.",
    },
  ];
}

export async function exhibit(): Promise<TestRun> {
  const data = dataOf(new Random(3));
  const run = await follow(data, ({set, moves}) =>
    faulty(
      set.map((picture) => [...picture]),
      [...moves],
    ),
  );
  return comparedRun("The faulty epochs, trained with", run, await follow(data, rightEpoch));
}
