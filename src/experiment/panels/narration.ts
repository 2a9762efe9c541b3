import {formatCount, formatNumber, formatSeconds} from "../../controls/format.js";
import {floorText, withUnit} from "../../figures/curves/metric-text.js";
import type {Floor} from "../../lib/metrics/floor.js";
import type {Experiment, Measure} from "../../lib/training/experiment.js";
import {floorOf, intervalOf} from "../run/measured-interval.js";
import type {RunRecord} from "../run/run-record.js";

export type Trend = "falling" | "rising" | "steady";

/** Where a noisy curve is heading: the mean of its last `window` values against the mean of the `window` before,
 * called steady when they differ by less than a twentieth. Undefined while there are too few values. */
export function trend(values: ArrayLike<number>, window = 40): Trend | undefined {
  const n = values.length;
  if (n < 2 * window) return undefined;
  const before = mean(values, n - 2 * window, n - window);
  const now = mean(values, n - window, n);
  if (Math.abs(now - before) < 0.05 * Math.max(Math.abs(before), 1e-6)) return "steady";
  return now < before ? "falling" : "rising";
}

function mean(values: ArrayLike<number>, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i]!;
  return sum / (to - from);
}

/**
 * The run in words, for screen readers and for everyone: "Step 400: discriminator loss 0.612, falling; … At step 300: Fréchet distance 38.1
 * ± 4.2 (real ones: 14.2 to 19.5)." The numbers are those that the figures give, each with its step; after ± is the interval of 95 %, its farther end.
 */
export function narrate(experiment: Experiment, run: RunRecord): string {
  const measured = run.measurements.at(-1)?.step ?? run.step;
  return sentences(run.step, curveWords(experiment, run), measured, measureWords(experiment, run));
}

/** As long as what is told of any run of `experiment`: room to keep for it, so that nothing moves when there is more to tell. */
export function longestNarration(experiment: Experiment): string {
  const longest = -1.2e-10;
  const number = formatNumber(longest);
  const about = ({interval}: Measure) =>
    interval && !("none" in interval) ? "1,234 ± 123" : number;
  return sentences(
    10_000,
    toldOf(experiment, "curves").map(([, {label}]) => curvePart(label, number, "falling")),
    9990,
    toldOf(experiment, "measures").map(([, measure]) =>
      measurePart(
        measure,
        about(measure),
        floorText(measure, {low: longest, high: longest}, formatNumber),
      ),
    ),
  );
}

/** The curves, or measures, of which the words tell. */
function toldOf<Kind extends "curves" | "measures">(
  experiment: Experiment,
  kind: Kind,
): [name: string, described: Experiment[Kind][string]][] {
  const {told} = experiment;
  const all: Experiment[Kind] = experiment[kind];
  return Object.entries(all).filter(([name]) => told?.includes(name) ?? true);
}

/** One where all numbers are of the same step. */
function sentences(
  step: number,
  curves: readonly string[],
  measuredStep: number,
  measures: readonly string[],
): string {
  if (measures.length === 0 || measuredStep === step)
    return sentence(`Step ${formatCount(step)}`, [...curves, ...measures]);
  const now = sentence(`Step ${formatCount(step)}`, curves);
  return `${now} ${sentence(`At step ${formatCount(measuredStep)}`, measures)}`;
}

function sentence(when: string, parts: readonly string[]): string {
  return `${when}: ${parts.join("; ") || "no numbers yet"}.`;
}

function curvePart(label: string, number: string, heading: Trend | undefined): string {
  return `${label} ${number}${heading ? `, ${heading}` : ""}`;
}

function measurePart(measure: Measure, number: string, floor: string): string {
  const words = floor && ` (${floor})`;
  return `${measure.label} ${withUnit(number, measure.unit)}${words}`;
}

function curveWords(experiment: Experiment, run: RunRecord): string[] {
  return toldOf(experiment, "curves").flatMap(([name, curve]) => {
    const values = run.curves[name]?.values;
    const last = values?.at(-1);
    if (!values || last === undefined || Number.isNaN(last)) return []; // a step of one network has no other's loss
    return [curvePart(curve.label, formatNumber(last), trend(values))];
  });
}

function measureWords(experiment: Experiment, run: RunRecord): string[] {
  const last = run.measurements.at(-1);
  if (!last) return [];
  return toldOf(experiment, "measures").flatMap(([name, measure]) => {
    const value = last.scalars[name];
    if (value === undefined) return [];
    const format = measure.whole ? formatCount : formatNumber;
    const floor = floorOf(measure, name, last);
    const band = floor ? floorText(measure, floor, format) : "";
    const about = aboutText(measure, value, intervalOf(measure, name, last));
    return [measurePart(measure, `${format(value)}${about}`, band)];
  });
}

/** " ± 4.2": how far the interval's farther end lies off, short enough to be listened to. */
function aboutText({whole}: Measure, value: number, interval: Floor | undefined): string {
  if (!interval) return "";
  const farther = Math.max(value - interval.low, interval.high - value);
  return ` ± ${whole || farther >= 10 ? formatCount(farther) : farther.toPrecision(2)}`;
}

/** The time left of a run at its present pace. */
export function timeLeft(stepsLeft: number, msPerStep: number): string {
  const seconds = Math.max(1, (stepsLeft * msPerStep) / 1000);
  return `about ${formatSeconds(seconds)} left`;
}
