import {formatCount, formatNumber} from "../../controls/format.js";
import type {Measure} from "../../lib/training/experiment.js";
import {type Floor, floorText, intervalText, withUnit} from "../curves/metric-text.js";
import {type Guess, type GuessAxis, shareOf, spanOf, stepOf} from "./guess.js";
import type {Comparison, Direction} from "./guess-comparison.js";

/** Within this share of an axis a guess is called right. */
const close = 0.05;

/** The run's verdict on the guess: the mean gap first, then where it was right and where not. */
export function comparisonWords(
  comparison: Comparison,
  measure: Measure,
  axis: GuessAxis,
  limit: number,
  floor: Floor | undefined,
): string[] {
  return [
    gapWords(comparison, measure, axis),
    worstWords(comparison, measure),
    directionWords(comparison),
    endWords(comparison, measure, axis, floor),
    halfWayWords(comparison, limit),
  ].filter((words) => words !== "");
}

function gapWords({meanGap}: Comparison, {unit}: Measure, {log}: GuessAxis): string {
  if (log) return `On average your line was off by a factor of ${formatNumber(meanGap)}.`;
  const name = unit === "%" ? "percentage points" : unit;
  return `On average your line was ${withUnit(formatNumber(meanGap), name)} off.`;
}

function worstWords({worst}: Comparison, {unit}: Measure): string {
  const {step, guess, truth} = worst;
  return `Furthest off at step ${formatCount(step)}: you drew ${guessText(guess, unit)}, it was ${withUnit(formatNumber(truth), unit)}.`;
}

const willBe: Readonly<Record<Direction, string>> = {
  rises: "rise",
  falls: "fall",
  stays: "stay about where it was",
};
const was: Readonly<Record<Direction, string>> = {
  rises: "rose",
  falls: "fell",
  stays: "stayed about where it was",
};

function directionWords({direction: {guess, truth}}: Comparison): string {
  const isRight = guess === truth;
  return `Direction: ${isRight ? "right" : "wrong"}. You let it ${willBe[guess]}, ${isRight ? "and" : "but"} it ${was[truth]}.`;
}

function endWords(
  {end}: Comparison,
  measure: Measure,
  axis: GuessAxis,
  floor: Floor | undefined,
): string {
  const {step, guess, truth, interval} = end;
  const beside = [
    ...(interval ? [intervalText(interval, formatNumber)] : []),
    ...(floor ? [floorText(measure, floor, formatNumber)] : []),
  ];
  const range = beside.length > 0 ? ` (${beside.join("; ")})` : "";
  const {unit} = measure;
  const mark = verdict(shareOf(axis, guess) - shareOf(axis, truth), "too high", "too low");
  return `End: ${mark}. At step ${formatCount(step)} you drew ${guessText(guess, unit)}, it was ${withUnit(formatNumber(truth), unit)}${range}.`;
}

function halfWayWords({halfWay, direction, start}: Comparison, limit: number): string {
  if (!halfWay) return "";
  const mark = verdict((halfWay.guess - halfWay.truth) / limit, "too late", "too early");
  const change = direction.truth === "rises" ? "rise" : "fall";
  const since = start.step > 0 ? ` from step ${formatCount(start.step)} on` : "";
  return `Half-way: ${mark}. Half of the ${change}${since} was done by about step ${formatCount(halfWay.truth)}; in your line, by step ${formatCount(halfWay.guess)}.`;
}

function verdict(difference: number, above: string, below: string): string {
  if (Math.abs(difference) <= close) return "right";
  return difference > 0 ? above : below;
}

/** "from 10 % at step 0 to 90 % at step 600", or that there is nothing. */
export function guessSummary(guess: Guess, limit: number, unit: string): string {
  const span = spanOf(guess);
  if (!span) return "nothing drawn yet";
  const [from, to] = span.map(
    (place) => `${guessText(guess[place]!, unit)} at step ${formatCount(stepOf(place, limit))}`,
  );
  return from === to ? `${from}` : `from ${from} to ${to}`;
}

/** A drawn value with no more digits than it was drawn with. */
export function guessText(value: number, unit: string): string {
  return withUnit(String(Number(value.toPrecision(3))), unit);
}
