import type {MetricInterval, MetricPoint} from "../curves/metric-text.js";
import {type Guess, type GuessAxis, guessAt, shareOf} from "./guess.js";

export type Direction = "rises" | "falls" | "stays";

/** Guess and truth at one step of the run. */
export interface Pair {
  readonly step: number;
  readonly guess: number;
  readonly truth: number;
  /** That of the truth, where it has one. */
  readonly interval?: MetricInterval;
}

/** A guess beside the run, at the steps at which the run was measured and the guess says something. */
export interface Comparison {
  /** Mean distance of the two: in the unit of the measure, on a logarithmic axis a factor of 1 or more. */
  readonly meanGap: number;
  readonly worst: Pair;
  readonly start: Pair;
  readonly end: Pair;
  readonly direction: Readonly<Record<"guess" | "truth", Direction>>;
  /** The step at which half of the change is made; `undefined` unless both go the same way. */
  readonly halfWay: Readonly<Record<"guess" | "truth", number>> | undefined;
}

/** A change by less than this share of the axis is none. */
const leastChange = 0.05;

/** Compares a guess over `limit` steps with a run's measurements; `undefined` when fewer than two of them can be compared. */
export function compareGuess(
  guess: Guess,
  truth: readonly MetricPoint[],
  axis: GuessAxis,
  limit: number,
): Comparison | undefined {
  const pairs = pairsOf(guess, truth, axis, limit);
  if (pairs.length < 2) return undefined;
  const [start, end] = [pairs[0]!, pairs.at(-1)!];
  const gaps = pairs.map((pair) => gap(pair, axis));
  const mean = gaps.reduce((sum, each) => sum + each, 0) / gaps.length;
  const direction = {
    guess: directionOf(start.guess, end.guess, axis),
    truth: directionOf(start.truth, end.truth, axis),
  };
  return {
    meanGap: axis.log ? Math.exp(mean) : mean,
    worst: pairs[gaps.indexOf(Math.max(...gaps))]!,
    start,
    end,
    direction,
    halfWay: halfWaysOf(pairs, direction, axis),
  };
}

function pairsOf(
  guess: Guess,
  truth: readonly MetricPoint[],
  axis: GuessAxis,
  limit: number,
): Pair[] {
  return truth.flatMap(({step, value, interval}) => {
    const guessed = guessAt(guess, axis, step / limit);
    const isKnown = guessed !== undefined && Number.isFinite(value) && (!axis.log || value > 0);
    return isKnown ? [{step, guess: guessed, truth: value, ...(interval && {interval})}] : [];
  });
}

/** In the unit of the measure, on a logarithmic axis as a logarithm. */
function gap({guess, truth}: Pair, {log}: GuessAxis): number {
  return log ? Math.abs(Math.log(guess / truth)) : Math.abs(guess - truth);
}

function directionOf(start: number, end: number, axis: GuessAxis): Direction {
  const change = shareOf(axis, end) - shareOf(axis, start);
  if (Math.abs(change) < leastChange) return "stays";
  return change > 0 ? "rises" : "falls";
}

function halfWaysOf(
  pairs: readonly Pair[],
  {guess, truth}: Comparison["direction"],
  axis: GuessAxis,
): Comparison["halfWay"] {
  if (guess !== truth || guess === "stays") return undefined;
  return {guess: halfWay(pairs, "guess", axis), truth: halfWay(pairs, "truth", axis)};
}

/** The first step at which half of the way from the first value to the last is made, on the axis. */
function halfWay(pairs: readonly Pair[], whose: "guess" | "truth", axis: GuessAxis): number {
  const heights = pairs.map((pair) => shareOf(axis, pair[whose]));
  const middle = (heights[0]! + heights.at(-1)!) / 2;
  const rises = heights.at(-1)! > heights[0]!;
  const after = heights.findIndex((height) => (rises ? height >= middle : height <= middle));
  const [a, b] = [heights[after - 1]!, heights[after]!];
  const [from, to] = [pairs[after - 1]!.step, pairs[after]!.step];
  return Math.round(from + ((to - from) * (middle - a)) / (b - a));
}
