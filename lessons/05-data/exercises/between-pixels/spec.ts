import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";

type Row = readonly number[];

const at = (row: Row, place: number) => row[Math.max(0, Math.min(row.length - 1, place))]!;

function between(row: Row, x: number): number {
  const low = Math.floor(x);
  return at(row, low) + (x - low) * (at(row, low + 1) - at(row, low));
}

const placed = (row: Row, count: number, place: (j: number) => number) =>
  Array.from({length: count}, (_, j) => between(row, place(j)));

const resized = (row: Row, count: number) =>
  placed(row, count, (j) => ((j + 0.5) * row.length) / count - 0.5);

const nearest = (row: Row, count: number) =>
  Array.from({length: count}, (_, j) => at(row, Math.floor(((j + 0.5) * row.length) / count)));

interface Sizing {
  readonly row: number[];
  readonly count: number;
}

const drawRow = (draw: Draw, least: number) => draw.numbers(draw.size(least, 6, 20), 0, 255);

function drawSizing(draw: Draw): Sizing {
  return {row: drawRow(draw, 2), count: draw.size(1, 9, 30)};
}

const sizeDemand = ({row, count}: Sizing) => ({
  advice:
    "the middle of new pixel j lies at (j + 0.5) · old / count - 0.5; take the straight line between the old pixels below and above it.",
  mistakes: [
    {
      value: nearest(row, count),
      advice:
        "this takes the nearest old pixel. Weigh the two around the place by how near they are.",
    },
    {
      value: placed(row, count, (j) => (j * row.length) / count),
      advice:
        "this lays the edges of pixels on their middles, so the picture moves. Count from the middles: + 0.5 before, - 0.5 after.",
    },
    {
      value: placed(row, count, (j) => ((j + 0.5) * row.length) / count),
      advice:
        "half a pixel has to be taken off at the end: the middle of old pixel 0 is half a pixel from the edge.",
    },
    {
      value: placed(row, count, (j) => (count === 1 ? 0 : (j * (row.length - 1)) / (count - 1))),
      advice:
        "this lays the first and the last middles on each other. It is the edges that should meet.",
    },
  ],
});

interface Filtering {
  readonly row: number[];
  readonly radius: number;
}

function drawFiltering(draw: Draw): Filtering {
  return {row: drawRow(draw, 3), radius: draw.integer(1, 3)};
}

const window = (row: Row, i: number, radius: number) =>
  Array.from({length: 2 * radius + 1}, (_, k) => at(row, i - radius + k));
const numerically = (a: number, b: number) => a - b;

const medians = (row: Row, radius: number) =>
  row.map((_, i) => [...window(row, i, radius)].sort(numerically)[radius]!);

const medianDemand = ({row, radius}: Filtering) => ({
  advice:
    "collect the pixels from radius before to radius after, order them by size, and take the one in the middle.",
  mistakes: [
    {
      value: row.map(
        (_, i) => window(row, i, radius).reduce((a, b) => a + b, 0) / (2 * radius + 1),
      ),
      advice:
        "this is the mean, which every wild pixel moves. Take the middle one in order of size.",
    },
    {
      value: row.map((_, i) => [...window(row, i, radius)].sort()[radius]!),
      advice:
        "sort() without a function orders numbers as words: 100 before 9. Give it (a, b) => a - b.",
    },
    {
      value: row.map((_, i) => Math.max(...window(row, i, radius))),
      advice: "this is the largest. The middle one stands at place radius.",
    },
    {
      value: medians(row, 1),
      advice: "the window has to grow with the radius: from i - radius to i + radius.",
    },
    {
      value: row.map((_, i) => {
        const inside = row.slice(Math.max(0, i - radius), i + radius + 1).sort(numerically);
        return inside[Math.floor(inside.length / 2)]!;
      }),
      advice: "at the ends this has fewer pixels. The row goes on with its first or last value.",
    },
  ],
});

export const tests = [
  property("bilinear", "a row of another size", 3, drawSizing, async (sizing, {call, check}) => {
    const {row, count} = sizing;
    const yours = check.numbers(await call("bilinear", row, count), count);
    check.close(yours, resized(row, count), sizeDemand(sizing));
  }),
  property(
    "bilinear",
    "the same size gives the row back",
    1,
    (draw) => drawRow(draw, 1),
    async (row, {call, check}) => {
      check.close(await call("bilinear", row, row.length), row, {
        advice: "with as many pixels as before each middle lies on a middle, and nothing changes.",
      });
    },
  ),
  test("bilinear", "one pixel, and many of it", 1, async ({call, check}) => {
    check.close(await call("bilinear", [42], 3), [42, 42, 42], {
      advice: "beyond the ends the row goes on with its first or last value.",
      overflow: "this reads a pixel that is not there. Keep the places from 0 to the last.",
    });
    check.close(await call("bilinear", [0, 100, 0, 200], 1), [50], {
      advice: "the middle of a single pixel lies between the two middle ones of four.",
    });
  }),
  property("median", "the middle value", 3, drawFiltering, async (given, {call, check}) => {
    const {row, radius} = given;
    const yours = check.numbers(await call("median", row, radius), row.length);
    check.close(yours, medians(row, radius), medianDemand(given));
  }),
  property(
    "median",
    "a radius of 0 changes nothing",
    1,
    (draw) => drawRow(draw, 1),
    async (row, {call, check}) => {
      check.close(await call("median", row, 0), row, {
        advice: "each pixel sees only itself.",
      });
    },
  ),
  test("median", "leaves the row that it was given", 1, async ({call, check}) => {
    check.close(await call("median", [5, 250, 5, 100, 9], 2), [5, 5, 9, 9, 9], {
      advice:
        "each pixel's middle value is that of the old row, not of values that were filtered already.",
    });
  }),
];
