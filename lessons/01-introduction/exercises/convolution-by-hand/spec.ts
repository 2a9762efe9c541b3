import type {Draw} from "../../../../lib/grading/draw.js";
import {property} from "../../../../lib/grading/spec.js";

type Rows = number[][];

interface Pair {
  readonly picture: Rows;
  readonly kernel: Rows;
}

function drawPair(draw: Draw): Pair {
  const [h, w] = [draw.integer(1, 3), draw.integer(1, 3)];
  const [height, width] = [h + draw.size(0, 3, 6), w + draw.size(0, 3, 7)];
  return {picture: draw.matrix(height, width, -1, 1), kernel: draw.matrix(h, w, -2, 2)};
}

function drawMap(draw: Draw): Rows {
  return draw.matrix(2 + draw.size(0, 3, 8), 2 + draw.size(0, 3, 9), -3, 1);
}

/** The sum with the weights that `weight` finds; a pixel outside counts as 0. */
function sumAt({picture, kernel}: Pair, row: number, column: number): number {
  return kernel
    .flatMap((weights, i) =>
      weights.map((weight, j) => weight * (picture[row + i]?.[column + j] ?? 0)),
    )
    .reduce((a, b) => a + b, 0);
}

const turned = (kernel: Rows) => [...kernel].reverse().map((row) => [...row].reverse());
const transposed = (rows: Rows) => rows[0]!.map((_, j) => rows.map((row) => row[j]!));

const sizeOf = ({picture, kernel}: Pair) =>
  [picture.length - kernel.length + 1, picture[0]!.length - kernel[0]!.length + 1] as const;

function mapOf(pair: Pair, [rows, columns] = sizeOf(pair) as readonly [number, number], shift = 0) {
  return table(rows, columns, (r, c) => sumAt(pair, r - shift, c - shift));
}

function table(rows: number, columns: number, at: (r: number, c: number) => number): Rows {
  return Array.from({length: rows}, (_, r) => Array.from({length: columns}, (_, c) => at(r, c)));
}

const rule = "each weight times the pixel below it: kernel[i][j] * picture[row + i][column + j].";

/** What `of` makes of a pair in which something is mistaken for something else. */
function mistaken(pair: Pair, of: (pair: Pair) => unknown) {
  const {picture, kernel} = pair;
  return [
    {
      value: of({picture, kernel: turned(kernel)}),
      advice: "the kernel is turned by half a turn. Lay it down as it is.",
    },
    {
      value: of({picture: transposed(picture), kernel}),
      advice: "rows and columns are mixed up: picture[row][column].",
    },
    {
      value: of({picture, kernel: kernel.map((row) => row.map(() => 1))}),
      advice: "the weights are missing: this is the sum of the pixels below the kernel.",
    },
  ];
}

function poolWith(map: Rows, of: (four: number[]) => number, up = Math.floor): Rows {
  return table(up(map.length / 2), up(map[0]!.length / 2), (r, c) =>
    of([0, 1, 2, 3].flatMap((k) => map[2 * r + (k >> 1)]?.[2 * c + (k & 1)] ?? [])),
  );
}

const mean = (four: number[]) => four.reduce((a, b) => a + b, 0) / four.length;
const most = (four: number[]) => Math.max(...four);

export const tests = [
  property(
    "sum",
    "at one place",
    2,
    (draw) => {
      const pair = drawPair(draw);
      const [rows, columns] = sizeOf(pair);
      return {...pair, row: draw.integer(0, rows - 1), column: draw.integer(0, columns - 1)};
    },
    async ({row, column, ...pair}, {call, check}) => {
      const yours = await call("productSum", pair.picture, pair.kernel, row, column);
      check.close(yours, sumAt(pair, row, column), {
        advice: rule,
        mistakes: [
          ...mistaken(pair, (other) => sumAt(other, row, column)),
          {
            value: sumAt(pair, 0, 0),
            advice: "this is the number in the corner, whatever row and column are asked for.",
          },
          {
            value: sumAt(pair, column, row),
            advice: "row and column are mixed up: the row counts from top to bottom.",
          },
          {
            value: sumAt(pair, row, column) / pair.kernel.flat().length,
            advice: "this is a mean. Add up the products, and divide by nothing.",
          },
        ],
      });
    },
  ),
  property(
    "map",
    "of a picture and a kernel of any size",
    3,
    drawPair,
    async (pair, {call, check}) => {
      const yours = await call("convolve", pair.picture, pair.kernel);
      const [height, width] = [pair.picture.length, pair.picture[0]!.length];
      check.close(yours, mapOf(pair), {
        advice:
          "productSum at each place, from row 0 to picture.length - kernel.length, and so in each row.",
        mistakes: [
          {
            value: mapOf(pair, [height, width]),
            advice:
              "the map is as large as the picture: at its edge the kernel hangs over. Count only places where it lies on the picture as a whole.",
          },
          {
            value: mapOf(pair, [sizeOf(pair)[0] - 1, sizeOf(pair)[1] - 1]),
            advice:
              "the last row and column are missing. There is one place more than the difference of the sizes.",
          },
          {
            value: mapOf(pair).flat(),
            advice: "the map is one long list. Give it as rows, a list of lists.",
          },
          {
            value: transposed(mapOf(pair)),
            advice: "the map is lying on its side: its first index is the row.",
          },
          {
            value: mapOf(pair).map((row) => row.map((sum) => Math.max(0, sum))),
            advice: "negative sums have become 0. There is no activation here.",
          },
          ...mistaken(pair, (other) => mapOf(other)),
        ],
      });
    },
  ),
  property("pool", "of a map of any size", 2, drawMap, async (map, {call, check}) => {
    check.close(await call("pool", map), poolWith(map, most), {
      advice:
        "the largest of map[2r][2c], map[2r][2c + 1], map[2r + 1][2c] and map[2r + 1][2c + 1].",
      mistakes: [
        {value: poolWith(map, mean), advice: "this is the mean of each four. Take the largest."},
        {
          value: poolWith(map, (four) => Math.max(0, ...four)),
          advice: "where all four are negative, this gives 0. Begin with one of them, not with 0.",
        },
        {
          value: poolWith(map, most, Math.ceil),
          advice: "a row or column is left over, and has been kept. Drop it.",
        },
        {
          value: table(map.length - 1, map[0]!.length - 1, (r, c) =>
            Math.max(map[r]![c]!, map[r]![c + 1]!, map[r + 1]![c]!, map[r + 1]![c + 1]!),
          ),
          advice: "the windows overlap. Go on by two each time, in rows and columns.",
        },
        {
          value: poolWith(map, (four) => four[0]!),
          advice: "this is the upper left of each four. Take the largest.",
        },
        {
          value: poolWith(map, (four) => Math.min(...four)),
          advice: "this is the smallest of each four. Take the largest.",
        },
        {
          value: poolWith(map, (four) =>
            four.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a)),
          ),
          advice:
            "this is the one of the largest size. A negative number is small, however far below 0.",
        },
      ],
    });
  }),
];
