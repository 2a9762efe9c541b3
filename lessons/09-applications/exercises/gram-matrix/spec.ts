import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";

type Rows = readonly (readonly number[])[];

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const columnOf = (rows: Rows, i: number) => rows.map((row) => row[i]!);

/** Of features i and j. */
function entries(rows: Rows, of: (a: readonly number[], b: readonly number[]) => number) {
  return rows[0]!.map((_, i) => rows[0]!.map((_, j) => of(columnOf(rows, i), columnOf(rows, j))));
}

const dot = (a: readonly number[], b: readonly number[]) => sum(a.map((value, k) => value * b[k]!));
const gramOf = (rows: Rows) => entries(rows, (a, b) => dot(a, b) / rows.length);

function gramDemand(rows: Rows) {
  const wanted = gramOf(rows);
  return {
    wanted,
    demand: {
      advice: "entry [i][j] is the mean, over all rows, of number i times number j of the row.",
      mistakes: [
        {
          value: entries(rows, dot),
          advice:
            "this is the sum over the places. Divide it by how many there are, or a larger picture has a larger matrix.",
        },
        {
          value: entries(rows, (a, b) => dot(a, b) / rows[0]!.length),
          advice: "this is divided by the number of features. Divide by the number of places.",
        },
        {
          value: rows.map((a) => rows.map((b) => dot(a, b) / rows.length)),
          advice:
            "this compares places with places. Compare features with features: as many rows and columns as there are features.",
        },
        {
          value: entries(rows, (a, b) => (sum(a) * sum(b)) / rows.length ** 2),
          advice:
            "this is the product of two means, which does not know whether both features were there at the same place. Multiply first, place by place.",
        },
        {
          value: wanted.map((row, i) => row.map((value, j) => (i === j ? value : 0))),
          advice: "off the diagonal there are zeros. There stand products of different features.",
        },
      ],
    },
  };
}

interface Two {
  readonly rows: number[][];
  readonly style: number[][];
}

function drawTwo(draw: Draw): Two {
  const features = draw.size(2, 3, 6);
  const some = () => draw.matrix(draw.size(1, 4, 12), features, 0.1, 3);
  return {rows: some(), style: some()};
}

function distanceDemand({rows, style}: Two) {
  const [now, wanted] = [gramOf(rows).flat(), gramOf(style).flat()];
  const differences = now.map((value, i) => value - wanted[i]!);
  const [apart, all] = [dot(differences, differences), dot(wanted, wanted)];
  return {
    wanted: apart / all,
    demand: {
      advice:
        "squared differences of all entries, added up, by the sum of the squared entries of the style’s matrix.",
      mistakes: [
        {
          value: apart,
          advice: "this is not divided by the squared entries of the style’s matrix yet.",
        },
        {
          value: sum(differences.map(Math.abs)) / all,
          advice: "these are the differences themselves, without a sign. Square them.",
        },
        {value: Math.sqrt(apart / all), advice: "no root is taken here."},
        {
          value: apart / dot(now, now),
          advice: "this is divided by the picture’s own matrix. Divide by that of the style.",
        },
      ],
    },
  };
}

/** A picture of 4 places and a style of 6, with 3 features; the results are those of NumPy (test/reference/style.py). */
const known = {
  rows: [
    [0.679, 0.87, 0.227],
    [0.895, 0.872, 0.019],
    // biome-ignore lint/suspicious/noApproximativeNumericConstant: it is no root of a half
    [0.707, 0.001, 0.503],
    [0.437, 0.203, 0.325],
  ],
  style: [
    [0.556, 0.24, 0.741],
    [0.674, 0.684, 0.464],
    [0.222, 0.641, 0.107],
    [0.692, 0.635, 0.377],
    [0.799, 0.194, 0.39],
    [0.798, 0.38, 0.713],
  ],
  gram: [
    [0.488221, 0.365147, 0.167196],
    [0.365147, 0.3896235, 0.070134],
    [0.167196, 0.070134, 0.102631],
  ],
  distance: 0.187710098,
};

export const tests = [
  property(
    "gram",
    "a mean of products",
    4,
    (draw) => draw.matrix(draw.size(1, 4, 20), draw.size(2, 3, 8), 0.1, 3),
    async (rows, {call, check}) => {
      const {wanted, demand} = gramDemand(rows);
      check.close(await call("gram", rows), wanted, demand);
    },
  ),
  test("gram", "four places, three features", 1, async ({call, check}) => {
    const {demand} = gramDemand(known.rows);
    check.close(await call("gram", known.rows), known.gram, demand);
  }),
  property(
    "gram",
    "wherever the features are",
    1,
    (draw) => draw.matrix(draw.size(2, 4, 20), draw.size(2, 3, 8), 0.1, 3),
    async (rows, {call, check}) => {
      check.close(await call("gram", [...rows].reverse()), gramOf(rows), {
        advice: "the same places in another order have the same matrix.",
      });
    },
  ),
  property("distance", "differences by squares", 3, drawTwo, async (two, {call, check}) => {
    const {wanted, demand} = distanceDemand(two);
    check.close(await call("styleDistance", two.rows, two.style), wanted, demand);
  }),
  test("distance", "known ones", 1, async ({call, check}) => {
    const {demand} = distanceDemand(known);
    check.close(await call("styleDistance", known.rows, known.style), known.distance, demand);
    check.close(await call("styleDistance", known.style, known.style), 0, {
      advice: "from itself a style is not away.",
    });
    check.close(await call("styleDistance", [[0, 0, 0]], known.style), 1, {
      advice: "a picture without any features is 1 away.",
    });
  }),
];
