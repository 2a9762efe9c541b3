import {element} from "../../controls/element.js";
import {type BarRow, barTable, type Span} from "../bars/bar-table.js";
import {type Figure, figure} from "../figure.js";
import {summarised} from "../summary.js";

/** A metric's value, with the bands around it. */
export interface JudgedValue {
  readonly value: number;
  readonly interval: Band;
  readonly floor: Band;
}

export interface JudgedMetric {
  readonly label: string;
  readonly decimals: number;
  /** Where its track ends; it begins at 0. */
  readonly top: number;
  /** Long tracks are drawn by the root, so that small values are seen too. */
  readonly isRooted?: boolean;
}

interface Band {
  readonly low: number;
  readonly high: number;
}

const heads = ["", "value and interval", "real score"] as const;

/** Metrics in rows, each with its interval as a line and, in grey, what real pictures score. One outside its grey band is marked. */
export function judgementTable(
  label: string,
  metrics: readonly JudgedMetric[],
): Figure<readonly JudgedValue[]> {
  const names = metrics.map((metric) => metric.label);
  const table = barTable({label, role: "generated", names, numbers: 2, heads});
  const root = element("div", {class: "fig fig-bar-table fig-judgements"}, table.element);
  const summarise = summarised(root, label);
  const empty = metrics.map(() => ({numbers: ["–", ""]}));
  table.show(empty);
  return figure<readonly JudgedValue[], undefined>(root, undefined, (judged) => {
    if (judged.length === 0) return table.show(empty);
    table.show(judged.map((each, i) => rowOf(metrics[i]!, each)));
    summarise(judged.map((each, i) => wordsOf(metrics[i]!, each)).join("; "));
  });
}

/** Whether real pictures hardly ever score as this. */
export function isOutside({value, floor}: JudgedValue): boolean {
  return value < floor.low || value > floor.high;
}

function rowOf(metric: JudgedMetric, judged: JudgedValue): BarRow {
  const {value, interval, floor} = judged;
  return {
    bar: [0, placeOf(metric, value)],
    reference: spanOf(metric, floor),
    whisker: spanOf(metric, interval),
    numbers: [written(metric, value), bandOf(metric, floor)],
    isMarked: isOutside(judged),
  };
}

function spanOf(metric: JudgedMetric, {low, high}: Band): Span {
  return [placeOf(metric, low), placeOf(metric, high)];
}

function placeOf({top, isRooted = false}: JudgedMetric, value: number): number {
  const share = Math.max(0, Math.min(1, value / top));
  return isRooted ? Math.sqrt(share) : share;
}

function wordsOf(metric: JudgedMetric, judged: JudgedValue): string {
  const where = isOutside(judged) ? "not as real ones" : "as real ones";
  const {value, floor} = judged;
  return `${metric.label} ${written(metric, value)}, ${where}, ${bandOf(metric, floor)}`;
}

function bandOf(metric: JudgedMetric, {low, high}: Band): string {
  return `${written(metric, low)} to ${written(metric, high)}`;
}

function written({decimals}: JudgedMetric, value: number): string {
  return value.toFixed(decimals).replace("-", "−");
}
