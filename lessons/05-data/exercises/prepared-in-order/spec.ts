import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";

type Rows = readonly (readonly number[])[];

interface Scale {
  readonly mean: number;
  readonly spread: number;
}

/** Some fresh pictures, and copies of two of them later on. */
function drawPictures(draw: Draw): number[][] {
  const fresh = draw.matrix(draw.size(4, 6, 12), 3, 0, 9, 0).map((row, i) => [...row, 10 * i]);
  const pictures = [...fresh];
  for (const from of [0, 1])
    pictures.splice(draw.integer(from + 1, pictures.length), 0, [...pictures[from]!]);
  return pictures;
}

const once = (rows: Rows) =>
  rows.filter((row, i) => rows.findIndex((other) => `${other}` === `${row}`) === i);
const toLearn = (rows: Rows) => rows.filter((_, i) => (i + 1) % 3 !== 0);
const toTest = (rows: Rows) => rows.filter((_, i) => (i + 1) % 3 === 0);
const both = (rows: Rows) => [...rows, ...rows.map((row) => row.toReversed())];

function scaleOf(rows: Rows): Scale {
  const all = rows.flat();
  const mean = all.reduce((a, b) => a + b, 0) / all.length;
  const variance = all.reduce((sum, value) => sum + value ** 2, 0) / all.length - mean ** 2;
  return {mean, spread: Math.sqrt(variance) || 1};
}

const by = ({mean, spread}: Scale, rows: Rows) =>
  rows.map((row) => row.map((value) => (value - mean) / spread));

function parts(pictures: Rows, scale = scaleOf(toLearn(once(pictures)))) {
  const kept = once(pictures);
  return {train: both(by(scale, toLearn(kept))), test: by(scale, toTest(kept))};
}

const withCopies = (pictures: Rows) => {
  const scale = scaleOf(toLearn(pictures));
  return {train: both(by(scale, toLearn(pictures))), test: by(scale, toTest(pictures))};
};

const ofAll = "the scale knows the pictures to test on. Measure it on the part to learn from.";
const copies = "copies are still there: take them out before the set is taken apart.";

const aboutTrain = (pictures: Rows) => {
  const kept = toLearn(once(pictures));
  return {
    advice:
      "two of three pictures, without copies, scaled by their own mean and spread, and then mirrored ones after them.",
    mistakes: [
      {value: [], advice: "there are no pictures to learn from."},
      {value: withCopies(pictures).train, advice: copies},
      {value: parts(pictures, scaleOf(once(pictures))).train, advice: ofAll},
      {value: parts(pictures, scaleOf(pictures)).train, advice: ofAll},
      {value: by(scaleOf(kept), kept), advice: "the mirrored pictures are missing."},
      {value: both(kept), advice: "these pictures have not been scaled."},
      {
        value: kept,
        advice: "these pictures have not been scaled, and the mirrored ones are missing.",
      },
    ],
  };
};

const aboutTest = (pictures: Rows) => {
  const kept = toTest(once(pictures));
  const right = parts(pictures).test;
  return {
    advice: "every third picture, without copies, scaled as the part to learn from is.",
    mistakes: [
      {value: [], advice: "there are no pictures to test on."},
      {value: withCopies(pictures).test, advice: copies},
      {value: parts(pictures, scaleOf(once(pictures))).test, advice: ofAll},
      {value: parts(pictures, scaleOf(pictures)).test, advice: ofAll},
      {
        value: both(right),
        advice: "the test asks about pictures as they came, and not about mirrored ones.",
      },
      {value: kept, advice: "these pictures have not been scaled."},
    ],
  };
};

export const tests = [
  property("learn", "what is learned from", 3, drawPictures, async (pictures, {call, check}) => {
    const yours = check.field(await call("prepared", pictures), "train");
    check.close(yours, parts(pictures).train, aboutTrain(pictures));
  }),
  property("test", "what is tested on", 2, drawPictures, async (pictures, {call, check}) => {
    const yours = check.field(await call("prepared", pictures), "test");
    check.close(yours, parts(pictures).test, aboutTest(pictures));
  }),
  test("test", "the example", 1, async ({call, check}) => {
    const pictures = [
      [0, 2],
      [4, 4],
      [0, 2],
      [8, 6],
    ];
    const yours = check.field(await call("prepared", pictures), "test");
    check.close(yours, parts(pictures).test, aboutTest(pictures));
  }),
];
