/**
 * A loss L that a reader wrote as a function of N numbers f, with its gradient by central differences:
 *
 *     dL/df_i ≈ (L(f + h e_i) - L(f - h e_i)) / 2h
 *
 * That is 2N calls with N numbers each. Most losses are a mean or a sum of a function g of each number; then L([x]) = k g(x), and
 *
 *     dL/df_i = c (L([f_i + h]) - L([f_i - h])) / 2h
 *
 * takes 2N calls with one number each. That it is so is not believed but tried, in every step: along random directions d the gradient
 * found in this way must account for how L changes, (L(f + h d) - L(f - h d)) / 2h = c sum_i d_i g_i. c is what fits them all best. Where they
 * do not fit, L is something else, and its gradient is found as in the first line.
 */
import {Random} from "../random.js";
import {h, moved, slope} from "./central-differences.js";
import type {ReaderFunction} from "./reader-function.js";
import {finiteNumber} from "./returned-numbers.js";

/** A loss of numbers, with how it changes with each of them. */
export type OutsideLoss = (numbers: Float32Array) => Promise<LossAndGradient>;

export interface LossAndGradient {
  readonly loss: number;
  readonly gradient: Float32Array;
}

const directionCount = 2;
/** Part of the change along a direction that may be left over, and what rounding leaves of a loss of 1. */
const tolerance = 1e-4;
const rounding = 1e-9;

/** The loss of `fn`, which takes one list of numbers. */
export function drivenLoss(fn: ReaderFunction): OutsideLoss {
  const losses = lossesOf(fn);
  let directions: readonly Float32Array[] = [];
  return async (numbers) => {
    if (directions[0]?.length !== numbers.length) directions = directionsFor(numbers.length);
    const ends = directions.flatMap((d) => [moved(numbers, d, h), moved(numbers, d, -h)]);
    const each = Array.from(numbers, (x) => [[x + h], [x - h]]).flat();
    const [loss, ...along] = await losses([Array.from(numbers), ...ends]);
    const alone = slopes(await losses(each));
    const scale = scaleOf(directions, alone, slopes(along), rounding * (1 + Math.abs(loss!)));
    const gradient =
      scale === undefined ? await wholeGradient(losses, numbers) : alone.map((g) => scale * g);
    return {loss: loss!, gradient: Float32Array.from(gradient)};
  };
}

type Losses = (lists: readonly (readonly number[])[]) => Promise<readonly number[]>;

function lossesOf(fn: ReaderFunction): Losses {
  return async (lists) => {
    const values = await fn.call(lists.map((list) => [list]));
    return values.map((value, i) => finiteNumber(fn.part, value, () => inWords(lists[i]!)));
  };
}

function inWords(list: readonly number[]): string {
  return list.length === 1 ? `[${Number(list[0]!.toPrecision(6))}]` : `a list of ${list.length}`;
}

/** From values above and below in turn. */
function slopes(values: readonly number[]): readonly number[] {
  return Array.from({length: values.length / 2}, (_, i) =>
    slope(values[2 * i]!, values[2 * i + 1]!),
  );
}

/** Always the same, so that a step is the same whenever it is taken. */
function directionsFor(count: number): readonly Float32Array[] {
  const random = new Random(1);
  return Array.from({length: directionCount}, () => Float32Array.from(random.normals(count)));
}

/** c, or `undefined` where no c makes `alone` account for the slopes `along` the directions. */
function scaleOf(
  directions: readonly Float32Array[],
  alone: readonly number[],
  along: readonly number[],
  floor: number,
): number | undefined {
  const claimed = directions.map((d) => alone.reduce((sum, g, i) => sum + g * d[i]!, 0));
  const square = claimed.reduce((sum, value) => sum + value * value, 0);
  const product = claimed.reduce((sum, value, k) => sum + value * along[k]!, 0);
  const scale = square > 0 ? exactly(product / square, alone.length) : 0;
  const most = tolerance * Math.max(...along.map(Math.abs)) + floor / h;
  const isRight = along.every((value, k) => Math.abs(value - scale * claimed[k]!) <= most);
  return isRight ? scale : undefined;
}

/** The share of a mean, or that of a sum, where it is one of them but for rounding. */
function exactly(scale: number, count: number): number {
  const likely = [1 / count, 1].find((each) => Math.abs(scale / each - 1) < tolerance);
  return likely ?? scale;
}

async function wholeGradient(losses: Losses, numbers: Float32Array): Promise<readonly number[]> {
  const all = Array.from(numbers);
  const at = (i: number, by: number) => all.map((x, j) => (j === i ? x + by : x));
  return slopes(await losses(all.flatMap((_, i) => [at(i, h), at(i, -h)])));
}
