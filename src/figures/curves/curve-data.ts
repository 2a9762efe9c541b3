import {formatCount, formatNumber} from "../../controls/format.js";
import type {Role} from "../../lib/training/experiment.js";

export interface CurveSeries {
  /** Key of its values in the data. */
  readonly name: string;
  readonly label: string;
  readonly role: Role;
}

/** Values by series name; index i is step i + 1. */
export type CurveValues = Readonly<Record<string, Float32Array>>;

export interface LossCurvesData {
  readonly curves: CurveValues;
  /** The step the run will stop at: the axis is that long from the start. */
  readonly limit?: number;
  /** The step whose pictures are shown elsewhere. */
  readonly shownStep?: number;
  /** Other runs, drawn faintly. One without a name is the run's own later part, which needs no words. */
  readonly comparisons?: readonly {readonly label: string; readonly curves: CurveValues}[];
  readonly log?: boolean;
}

/** Each series' value at index `place`, as text; "" before its first step. */
export function valuesAt(
  series: readonly CurveSeries[],
  curves: CurveValues,
  place: number,
): string[] {
  return series.map(({name}) => {
    const value = curves[name]?.[place];
    return value === undefined ? "" : formatNumber(value);
  });
}

/** "step 412: discriminator loss 0.613, generator loss 1.02". */
export function stepText(
  series: readonly CurveSeries[],
  curves: CurveValues,
  place: number,
): string {
  const values = valuesAt(series, curves, place);
  const parts = series.map(({label}, i) => `${label} ${values[i] || "unknown"}`);
  return `step ${formatCount(place + 1)}: ${parts.join(", ")}`;
}

/** The figure in words; `averages` are the strong lines' last values, in the order of the series. */
export function curvesSummary(
  series: readonly CurveSeries[],
  averages: readonly number[],
  steps: number,
): string {
  if (steps === 0) return "no steps yet";
  const parts = series.map(({label}, i) => `${label} ${formatNumber(averages[i]!)}`);
  return `${formatCount(steps)} steps; lately, on average, ${parts.join(", ")}`;
}

/** How to read the lines, and what could not be drawn. Short, for its room is kept from the start. */
export function curvesNote(
  span: number,
  outside: number,
  comparisons: readonly {readonly label: string}[],
): string {
  const lie = outside === 1 ? "value lies" : "values lie";
  const names = comparisons.map(({label}) => label).filter((label) => label !== "");
  return [
    `Pale: every step. Strong: exponential average over about ${span} steps.`,
    outside > 0 ? `${formatCount(outside)} ${lie} beyond the axis.` : "",
    names.length > 0 ? `Faint: ${listed(names)}.` : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}

function listed(names: readonly string[]): string {
  const first = names.slice(0, 3).join(", ");
  return names.length > 3 ? `${first} and ${names.length - 3} more` : first;
}
