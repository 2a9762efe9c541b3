import {formatCount} from "../../controls/format.js";
import type {Measure} from "../../lib/training/experiment.js";

export interface MetricPoint {
  readonly step: number;
  readonly value: number;
  readonly interval?: MetricInterval;
}

/** Of 95 %: where the value might as well lie with `n` other samples. Of how many it is, is unknown of some runs kept earlier. */
export interface MetricInterval extends Floor {
  readonly n?: number;
}

/** Score of real samples against each other: below this nothing can be told apart. */
export interface Floor {
  readonly low: number;
  readonly high: number;
}

export type Format = (value: number) => string;

const betterTexts: Readonly<Record<Measure["better"], string>> = {
  lower: "↓ lower is better",
  higher: "↑ higher is better",
  neither: "neither more nor less is better",
};

/** "lower is better", with an arrow for the eye. */
export function betterText({better}: Measure): string {
  return betterTexts[better];
}

/** Name of a measure's floor, beside its numbers. */
export function floorName({floor}: Measure): string {
  return floor?.name ?? "real ones";
}

/** "real ones: 16.5 to 19.5". */
export function floorText(measure: Measure, floor: Floor, format: Format): string {
  return `${floorName(measure)}: ${rangeText(floor, format)}`;
}

/** "16.5 to 19.5", or one number where both are the same when shown. */
export function rangeText({low, high}: Floor, format: Format): string {
  const [from, to] = [format(low), format(high)];
  return from === to ? from : `${from} to ${to}`;
}

/** "step 300: Fréchet distance 38.1, 95 % interval 34.0 to 42.2, n = 250". */
export function metricText({label, unit}: Measure, point: MetricPoint, format: Format): string {
  const {step, value, interval} = point;
  const words = `step ${formatCount(step)}: ${label} ${withUnit(format(value), unit)}`;
  return interval ? `${words}, ${intervalText(interval, format)}` : words;
}

export function intervalText({low, high, n}: MetricInterval, format: Format): string {
  const of = n === undefined ? "" : `, n = ${formatCount(n)}`;
  return `95 % interval ${format(low)} to ${format(high)}${of}`;
}

/** The figure in words: the last value, where it began, its best, and where the floor lies. */
export function metricSummary(
  measure: Measure,
  points: readonly MetricPoint[],
  floor: Floor | undefined,
  format: Format,
): string {
  const last = points.at(-1);
  if (!last) return "not measured yet";
  const {unit, better} = measure;
  const values = points.map(({value}) => value);
  const change =
    points.length > 1
      ? `, from ${format(values[0]!)} at first${bestText(better, values, format)}`
      : "";
  const name = measure.floor?.name ?? "Floor";
  const band = floor ? `. ${name}: ${rangeText(floor, format)}` : "";
  const now = withUnit(format(last.value), unit);
  const judged = better === "neither" ? "" : ` (${better} is better)`;
  const interval = last.interval ? ` (${intervalText(last.interval, format)})` : "";
  return `${now}${interval} at step ${formatCount(last.step)}${change}${judged}${band}`;
}

function bestText(better: Measure["better"], values: readonly number[], format: Format): string {
  if (better === "neither") return "";
  const best = better === "lower" ? Math.min(...values) : Math.max(...values);
  return `; best ${format(best)}`;
}

export function withUnit(text: string, unit: string): string {
  return unit === "" ? text : `${text} ${unit}`;
}

/** Index of the point whose step is nearest to `step`; 0 when there is none. */
export function nearestPoint(points: readonly MetricPoint[], step: number): number {
  const distances = points.map((point) => Math.abs(point.step - step));
  return Math.max(0, distances.indexOf(Math.min(...distances)));
}
