/** What a curve reads as a measure: a line over the measure's plot, with its key and its words. */
import {element} from "../../controls/element.js";
import {formatNumber} from "../../controls/format.js";
import {setText} from "../../controls/set-text.js";
import type {Role} from "../../lib/training/experiment.js";
import type {CurveLine} from "./curve-lines.js";
import {lineSample} from "./readout.js";
import {strokeDashes} from "./role-stroke.js";
import {exponentialAverage} from "./smoothing.js";

export interface MetricReading {
  /** Before its number: "the critic reads". */
  readonly label: string;
  readonly role: Role;
}

/** Steps that the line is an average of, exponentially: a batch alone is noisy. */
const span = 20;

/** Its line: `values` by step, the first one's at index 0, NaN where nothing is read. */
export function readingLine({role}: MetricReading, values: Float32Array): CurveLine {
  const dash = strokeDashes([role])[0]!;
  return {role, dash, values, average: exponentialAverage(values, span)};
}

/** "the critic reads 0.38" of an average at `step`, or of the last one; undefined where nothing is read. */
export function readingText(
  {label}: MetricReading,
  average: Float32Array,
  step = average.length,
): string | undefined {
  const value = average[step - 1];
  return value === undefined || Number.isNaN(value) ? undefined : `${label} ${formatNumber(value)}`;
}

/** A sample of its line beside the words for it. */
export function readingKey({label, role}: MetricReading) {
  const words = element("span", {});
  const sample = lineSample(strokeDashes([role])[0]!);
  return {
    element: element("p", {class: "fig-note fig-reading", "data-role": role}, sample, words),
    show(text: string | undefined) {
      setText(words, text ?? `${label} –`);
    },
  };
}
