/** The arena's table in words: what was scored and what it cost. */
import {formatCount, formatNumber} from "../../controls/format.js";
import {wattHours} from "../../lib/energy.js";
import {metricWords, type SetMetricName} from "../../lib/metrics/all-metrics.js";
import {contenders} from "./contenders.js";

/** In the order of the table. */
export const scoreNames = Object.keys(metricWords) as SetMetricName[];

/** A row: its name, a cell for each contender, and the floor, "" for what has none. */
export interface ScoreRow {
  readonly label: string;
  readonly cells: readonly Cell[];
  readonly floor: string;
}

interface Cell {
  readonly value: string;
  /** Of 95 %, "" for what has none. */
  readonly interval: string;
}

/** What each has cost, in the order of the contenders. */
export interface Costs {
  readonly seconds: readonly number[];
  readonly steps: readonly number[];
  readonly weights: readonly number[];
  readonly watts: number;
  /** What so many pictures of each took to draw. */
  readonly drawing: {readonly count: number; readonly seconds: readonly number[]};
}

/** The rows of `told` [S, m, 5]: value, interval and floor by score and by who made the pictures, the four unless there are others. */
export function scoreRows(
  told: Float32Array,
  count: number = contenders.length,
): readonly ScoreRow[] {
  return scoreNames.map((name, s) => {
    const {label, better, decimals: digits} = metricWords[name];
    const at = (i: number) => told.subarray((s * count + i) * 5).subarray(0, 5);
    const cells = Array.from({length: count}, (_, i) => {
      const [value, low, high] = at(i);
      if (Number.isNaN(value)) return {value: "–", interval: ""}; // such pictures have no such score
      return {value: fixed(value!, digits), interval: range(low!, high!, digits)};
    });
    const [, , , low, high] = at(0);
    return {
      label: `${upper(label)}, ${better === "floor" ? "best at real" : `${better} is better`}`,
      cells,
      floor: Number.isNaN(low) ? "" : range(low!, high!, digits),
    };
  });
}

export function costRows({seconds, steps, weights, watts, drawing}: Costs): readonly ScoreRow[] {
  const row = (label: string, values: readonly number[], words: (value: number) => string) =>
    costRow(label, values.map(words));
  return [
    row("Seconds of training", seconds, (value) => fixed(value, 1)),
    row("Steps", steps, formatCount),
    row("Weights", weights, formatCount),
    row(`Energy at ${watts} W, Wh`, seconds, (value) => energyWords(value, watts)),
    row(`Seconds to draw ${drawing.count}`, drawing.seconds, (value) => fixed(value, 2)),
  ];
}

/** A row of numbers that have no interval and no floor. */
export function costRow(label: string, values: readonly string[]): ScoreRow {
  return {label, cells: values.map((value) => ({value, interval: ""})), floor: ""};
}

/** Watt-hours. */
export function energyWords(seconds: number, watts: number): string {
  return formatNumber(wattHours(seconds, watts));
}

function range(low: number, high: number, digits: number): string {
  return `${fixed(low, digits)} to ${fixed(high, digits)}`;
}

/** A large number has fewer decimals, so that all are as long as they are known. */
function fixed(value: number, digits: number): string {
  const known = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : digits;
  return value.toFixed(Math.min(known, digits)).replace("-", "−");
}

function upper(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
