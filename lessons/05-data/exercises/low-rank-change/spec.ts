import type {Draw} from "../../../../lib/grading/draw.js";
import {property} from "../../../../lib/grading/spec.js";

type Rows = number[][];

const entry = (x: Rows, y: Rows, i: number, j: number) =>
  x[i]!.reduce((sum, value, k) => sum + value * y[k]![j]!, 0);
const mapped = (x: Rows, of: (value: number, i: number, j: number) => number): Rows =>
  x.map((row, i) => row.map((value, j) => of(value, i, j)));

interface Sizes {
  readonly m: number;
  readonly n: number;
  readonly r: number;
}

/** Three sizes of which no two are equal, so that a matrix turned over shows. */
function drawSizes(draw: Draw): Sizes {
  const r = draw.size(2, 3, 5);
  const m = r + draw.size(1, 2, 3);
  return {r, m, n: m + draw.size(1, 2, 3)};
}

const drawMatrix = (draw: Draw, rows: number, columns: number): Rows =>
  Array.from({length: rows}, () => draw.numbers(columns, -3, 3));

/** By A, from the definition: what an entry of A touches. */
function byA(g: Rows, b: Rows): Rows {
  return g.map((row) =>
    b.map((other) => row.reduce((sum, value, j) => sum + value * other[j]!, 0)),
  );
}

function byB(g: Rows, a: Rows): Rows {
  return a[0]!.map((_, k) =>
    g[0]!.map((_, j) => g.reduce((sum, row, i) => sum + a[i]![k]! * row[j]!, 0)),
  );
}

const negative = (x: Rows) => mapped(x, (value) => -value);
const signs = (x: Rows) => mapped(x, Math.sign);

export const tests = [
  property(
    "changed",
    "adds the product of the factors, as strongly as wanted",
    2,
    (draw) => {
      const {m, n, r} = drawSizes(draw);
      return {
        w: drawMatrix(draw, m, n),
        a: drawMatrix(draw, m, r),
        b: drawMatrix(draw, r, n),
        strength: draw.number(-3, 3),
      };
    },
    async ({w, a, b, strength}, {call, check}) => {
      const change = mapped(w, (_, i, j) => entry(a, b, i, j));
      const right = mapped(w, (value, i, j) => value + strength * change[i]![j]!);
      check.close(await call("changed", w, a, b, strength), right, {
        advice:
          "to each entry of W add the strength times the entry of A B in the same place: the sum over k of a[i][k] * b[k][j].",
        mistakes: [
          {
            value: mapped(change, (value) => strength * value),
            advice: "this is the change alone. Add it to W, which rests below it.",
          },
          {
            value: mapped(w, (value, i, j) => value + change[i]![j]!),
            advice: "the strength is missing: it multiplies the change.",
          },
          {
            value: mapped(w, (value, i, j) => strength * (value + change[i]![j]!)),
            advice: "the strength multiplies the change alone. W stays whole at any strength.",
          },
          {
            value: mapped(w, (value, i, j) => value - strength * change[i]![j]!),
            advice: "this takes the change away. Add it.",
          },
        ],
      });
    },
  ),
  property(
    "slopes",
    "are what a small change of one entry does to the loss",
    4,
    (draw) => {
      const {m, n, r} = drawSizes(draw);
      return {g: drawMatrix(draw, m, n), a: drawMatrix(draw, m, r), b: drawMatrix(draw, r, n)};
    },
    async ({g, a, b}, {call, check}) => {
      const got = await call("slopes", g, a, b);
      const [gotA, gotB] = [check.field(got, "byA"), check.field(got, "byB")];
      const rows = (name: string) =>
        `the slopes by ${name} have as many rows as ${name}, and as many columns.`;
      check.list(gotA, a.length, "rows", rows("A"));
      check.list(gotB, b.length, "rows", rows("B"));
      const [rightA, rightB] = [byA(g, b), byB(g, a)];
      check.close(gotA, rightA, {
        advice:
          "by a[i][k] it is the sum over all columns j of g[i][j] * b[k][j]: row i of A B is what it touches.",
        mistakes: [
          {
            value: negative(rightA),
            advice:
              "these are the slopes turned round. Return the slopes; the optimiser goes against them.",
          },
          {
            value: byA(g, signs(b)),
            advice: "multiply each slope by the entry of B itself, not by its sign.",
          },
        ],
      });
      check.close(gotB, rightB, {
        advice:
          "by b[k][j] it is the sum over all rows i of a[i][k] * g[i][j]: column j of A B is what it touches.",
        mistakes: [
          {
            value: negative(rightB),
            advice:
              "these are the slopes turned round. Return the slopes; the optimiser goes against them.",
          },
        ],
      });
    },
  ),
];
