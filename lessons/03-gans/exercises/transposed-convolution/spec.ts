import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";

type Grid = number[][];

interface Task {
  readonly input: Grid;
  readonly weights: Grid;
  readonly stride: number;
  readonly crop: number;
}

/** Small whole numbers, so that the sums can be followed by hand. */
function drawTask(draw: Draw, cropped: boolean): Task {
  const size = draw.integer(cropped ? 3 : 1, 4);
  const crop = cropped ? draw.integer(1, Math.floor((size - 1) / 2)) : 0;
  const stride = draw.integer(1, 3);
  const input = draw.matrix(draw.integer(1, 3), draw.integer(1, 3), -5, 5, 0);
  return {input, weights: draw.matrix(size, size, -3, 3, 0), stride, crop};
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const dot = (a: Grid, b: Grid) => sum(a.flatMap((row, i) => row.map((v, j) => v * b[i]![j]!)));
const grid = (height: number, width: number, at: (y: number, x: number) => number): Grid =>
  Array.from({length: height}, (_, y) => Array.from({length: width}, (_, x) => at(y, x)));
const turned = (rows: Grid) => rows.map((row) => [...row].reverse()).reverse();
const mirrored = (rows: Grid) => rows[0]!.map((_, x) => rows.map((row) => row[x]!));
const sizeOf = (count: number, size: number, stride: number, crop: number) =>
  (count - 1) * stride + size - 2 * crop;

/**
 * The transposed convolution in its gather form, unlike the solution: output (y, x) collects from every input whose window
 * covers it. `fold` takes what comes together.
 */
function convT({input, weights, stride, crop}: Task, fold = sum, start = crop, end = crop): Grid {
  const size = weights.length;
  const height = sizeOf(input.length, size, stride, 0) - start - end;
  const width = sizeOf(input[0]!.length, size, stride, 0) - start - end;
  return grid(Math.max(0, height), Math.max(0, width), (y, x) =>
    fold(
      input.flatMap((row, i) =>
        row.flatMap((value, j) => {
          const weight = weights[y + start - i * stride]?.[x + start - j * stride];
          return weight === undefined ? [] : [value * weight];
        }),
      ),
    ),
  );
}

/** The convolution that it is the transpose of: of a picture with a border of `crop` zeros. */
function conv(picture: Grid, weights: Grid, stride: number, crop: number): Grid {
  const outputs = (count: number) => Math.floor((count + 2 * crop - weights.length) / stride) + 1;
  return grid(outputs(picture.length), outputs(picture[0]!.length), (i, j) =>
    sum(
      weights.flatMap((line, a) =>
        line.map((w, b) => w * (picture[i * stride + a - crop]?.[j * stride + b - crop] ?? 0)),
      ),
    ),
  );
}

const demand = (task: Task) => ({
  advice:
    "for each input (i, j) and each weight (a, b), add their product to row i * stride + a - crop, column j * stride + b - crop.",
  mistakes: [
    {
      value: convT(task, (parts) => parts.at(-1) ?? 0),
      advice:
        "where windows overlap, the later one replaces the earlier. Add it to what is there: += and not =.",
    },
    {
      value: convT({...task, weights: turned(task.weights)}),
      advice: "the window is turned round. Weight (a, b) goes to row + a, column + b.",
    },
    {
      value: convT({...task, weights: mirrored(task.weights)}),
      advice: "rows and columns of the window are swapped: a counts rows and b columns.",
    },
    {
      value: mirrored(convT({...task, weights: mirrored(task.weights)})),
      advice: "rows and columns of the output are swapped: i and a count rows, j and b columns.",
    },
    {
      value: convT({...task, stride: 1}),
      advice: "the windows begin at every place. Each further input begins `stride` further.",
    },
    {
      value: convT({...task, crop: 0}),
      advice: "nothing is cut off. Take `crop` values away at each end.",
    },
    {
      value: convT(task, sum, 0, 2 * task.crop),
      advice:
        "all is cut off at the end, nothing at the start. Subtract `crop` from row and column.",
    },
    {
      value: convT(task, sum, 2 * task.crop, 0),
      advice: "all is cut off at the start, nothing at the end. Subtract `crop` once, not twice.",
    },
    {
      value: convT(task, sum, task.crop, 0),
      advice: "the end is not cut off. The size of the output is less by 2 * crop.",
    },
    {
      value: convT(task, (parts) => (parts.length === 0 ? 0 : sum(parts) / parts.length)),
      advice: "where windows overlap, you take their mean. They are added.",
    },
    {
      value: conv(task.input, task.weights, task.stride, task.crop),
      advice:
        "this is the convolution itself: it collects, and makes the picture smaller. Hand out.",
    },
  ],
});

const sizeDemand = (count: number, size: number, stride: number, crop: number) => ({
  advice: "(count - 1) * stride + size - 2 * crop: where the last window ends, less both edges.",
  mistakes: [
    {
      value: count * stride + size - 2 * crop,
      advice: "there are count - 1 steps between count windows, not count.",
    },
    {
      value: sizeOf(count, size, stride, crop) - 1,
      advice: "one too few. A window that begins at 0 and is `size` long ends before `size`.",
    },
    {
      value: sizeOf(count, size, stride, crop / 2),
      advice: "the crop is taken once. It is cut off at both ends.",
    },
    {
      value: sizeOf(count, size, stride, 0),
      advice: "the crop is missing. Cut it off at both ends.",
    },
    {
      value: count * stride,
      advice: "that is so only if size - stride = 2 * crop. Think of where the last window ends.",
    },
    {
      value: Math.floor((count + 2 * crop - size) / stride) + 1,
      advice: "this is the size that a convolution leaves. Solve it for the size it began with.",
    },
  ],
});

/** Sums to 1 at every place of a stride of 2, so that no checkerboard comes of it. */
const tent = [0, 1, 3, 3, 1, 0].map((weight) => weight / 4);

/** A 7 or a 4 of 7 by 7 pixels, at some contrast. */
function glyph(shape: number, contrast: number): Grid {
  const seven = (y: number, x: number) => (y === 1 && x > 0 && x < 6) || (y > 1 && x === 6 - y + 1);
  const four = (y: number, x: number) => x === 4 || (y === 4 && x > 0) || (x + y === 5 && y < 5);
  const inked = shape === 0 ? seven : four;
  return grid(7, 7, (y, x) => (inked(y, x) ? contrast : -contrast));
}

export const tests = [
  property(
    "size",
    "where the last window ends, less both edges",
    2,
    (draw) => {
      const size = draw.integer(1, 8);
      const crop = draw.integer(0, Math.floor((size - 1) / 2));
      return [draw.integer(1, 30), size, draw.integer(1, 4), crop] as const;
    },
    async (numbers, {call, check}) => {
      const yours = await call("outputSize", ...numbers);
      check.close(yours, sizeOf(...numbers), sizeDemand(...numbers));
    },
  ),
  test("scatter", "by hand: two values, stride 2", 1, async ({call, check, random}) => {
    const [u, v] = [11 + random.integer(9), 1 + random.integer(9)];
    const weights = [
      [1, 0, 2],
      [0, 0, 0],
      [3, 0, 4],
    ];
    const byHand = [
      [u, 0, 2 * u + v, 0, 2 * v],
      [0, 0, 0, 0, 0],
      [3 * u, 0, 4 * u + 3 * v, 0, 4 * v],
    ];
    const yours = await call("transposedConvolution", [[u, v]], weights, 2, 0);
    check.close(yours, byHand, demand({input: [[u, v]], weights, stride: 2, crop: 0}));
  }),
  property(
    "scatter",
    "windows are added up",
    3,
    (draw) => drawTask(draw, false),
    async (task, {call, check}) => {
      const {input, weights, stride, crop} = task;
      const yours = await call("transposedConvolution", input, weights, stride, crop);
      check.close(yours, convT(task), demand(task));
    },
  ),
  property(
    "crop",
    "both edges are cut off",
    1,
    (draw) => drawTask(draw, true),
    async (task, {call, check}) => {
      const {input, weights, stride, crop} = task;
      const yours = await call("transposedConvolution", input, weights, stride, crop);
      check.close(yours, convT(task), demand(task));
    },
  ),
  test("crop", "a picture of 7 by 7 becomes one of 14 by 14", 1, async ({call, check, random}) => {
    const input = glyph(random.integer(2), 0.7 + random.integer(30) / 100);
    const task = {input, weights: tent.map((a) => tent.map((b) => a * b)), stride: 2, crop: 2};
    const yours = await call("transposedConvolution", input, task.weights, 2, 2);
    check.picture(yours, convT(task), demand(task));
  }),
  property(
    "transpose",
    "conv(x) · y = x · convT(y), for every x and y",
    2,
    (draw) => {
      const task = drawTask(draw, draw.oneOf([true, false]));
      const {input, weights, stride, crop} = task;
      const size = (count: number) => sizeOf(count, weights.length, stride, crop);
      return {task, x: draw.matrix(size(input.length), size(input[0]!.length), -5, 5, 0)};
    },
    async ({task, x}, {call, check}) => {
      const {input: y, weights, stride, crop} = task;
      const yours = await call("transposedConvolution", y, weights, stride, crop);
      const rows = check
        .list(yours, x.length, "rows", "the output has the size that outputSize gives.")
        .map((row) => [...check.numbers(row, x[0]!.length)]);
      const [there, back] = [dot(conv(x, weights, stride, crop), y), dot(x, rows)];
      check.close(back, there, {
        advice:
          "the same weights must join the same places, only the other way. Look where weight (a, b) goes: row i * stride + a - crop, column j * stride + b - crop.",
      });
    },
  ),
];
