import type {Draw} from "../../../../lib/grading/draw.js";
import {property} from "../../../../lib/grading/spec.js";

type Rows = number[][];

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const product = (x: readonly number[], y: readonly number[]) =>
  sum(x.map((value, k) => value * y[k]!));
const kernel = (x: readonly number[], y: readonly number[]) => (product(x, y) / x.length + 1) ** 3;

/** Sums over the pairs of different rows, of rows with themselves, and of rows of both. */
function sumsOf(real: Rows, made: Rows) {
  const all = (a: Rows, b: Rows) => sum(a.flatMap((x) => b.map((y) => kernel(x, y))));
  const own = (rows: Rows) => sum(rows.map((x) => kernel(x, x)));
  return {real: all(real, real), made: all(made, made), between: all(real, made), own};
}

function distance(real: Rows, made: Rows, times = -2): number {
  const {real: rr, made: mm, between, own} = sumsOf(real, made);
  const [n, m] = [real.length, made.length];
  return (
    (rr - own(real)) / (n * (n - 1)) +
    (mm - own(made)) / (m * (m - 1)) +
    (times * between) / (n * m)
  );
}

function biased(real: Rows, made: Rows): number {
  const {real: rr, made: mm, between} = sumsOf(real, made);
  const [n, m] = [real.length, made.length];
  return rr / n ** 2 + mm / m ** 2 - (2 * between) / (n * m);
}

function dividedByAll(real: Rows, made: Rows): number {
  const {real: rr, made: mm, between, own} = sumsOf(real, made);
  const [n, m] = [real.length, made.length];
  return (rr - own(real)) / n ** 2 + (mm - own(made)) / m ** 2 - (2 * between) / (n * m);
}

/** Sets of different sizes, so that no number stands for another. */
function drawSets(draw: Draw): {real: Rows; made: Rows} {
  const features = draw.size(2, 4, 12);
  const rows = (least: number) =>
    Array.from({length: draw.size(least, 6, 14)}, () => draw.numbers(features, -2, 2));
  return {real: rows(3), made: rows(2)};
}

export const tests = [
  property(
    "kernel",
    "is the third power of the product by the size, and 1",
    2,
    (draw) => {
      const size = draw.size(1, 4, 20);
      return {x: draw.numbers(size, -3, 3), y: draw.numbers(size, -3, 3)};
    },
    async ({x, y}, {call, check}) => {
      const base = product(x, y) / x.length;
      check.close(await call("kernel", x, y), kernel(x, y), {
        advice:
          "multiply entry by entry, add up, divide by how many entries there are, add 1, and take the third power.",
        mistakes: [
          {
            value: (product(x, y) + 1) ** 3,
            advice:
              "also divide the product by the number of features, so that more features don't mean more alike.",
          },
          {value: base ** 3, advice: "add 1 before the power."},
          {value: (base + 1) ** 2, advice: "this is the second power; take the third."},
        ],
      });
    },
  ),
  property(
    "distance",
    "leaves out pairs of a picture with itself",
    4,
    drawSets,
    async ({real, made}, {call, check}) => {
      const right = distance(real, made);
      check.close(await call("kernelDistance", real, made), right, {
        advice:
          "the mean over pairs of different real pictures, plus that over pairs of different made ones, less twice the mean over all pairs of a real and a made one. It may be below 0.",
        mistakes: [
          {
            value: biased(real, made),
            advice:
              "this counts the pairs of a picture with itself. They make every set look more alike than it is: leave them out.",
          },
          {
            value: dividedByAll(real, made),
            advice:
              "the pairs of a picture with itself are left out, but still counted: divide by the pairs that are left, n * (n - 1).",
          },
          {
            value: distance(real, made, -1),
            advice: "the mean between the sets counts twice: there are two means within.",
          },
          {
            value: distance(real, made, 2),
            advice:
              "the mean between the sets is taken away: sets that are alike should have no distance.",
          },
          {
            value: Math.sqrt(Math.abs(right)),
            advice:
              "this is the root of its size. The kernel distance is left as it is, with no root: it is a square already, and may be below 0.",
          },
          {
            value: Math.max(0, right),
            advice: "it may be below 0. Cut there, its mean over real pictures would be above 0.",
          },
        ],
      });
    },
  ),
];
