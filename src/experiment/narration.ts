import {formatCount, formatNumber, formatSeconds} from "../controls/format.js";
import type {Experiment} from "../lib/experiments/experiment.js";
import type {RunRecord} from "./run-record.js";

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

/** The run in words, for screen readers and for everyone: "Step 400: discriminator loss 0.612, falling; …". */
export function narrate(experiment: Experiment, run: RunRecord): string {
  const parts = [...curveWords(experiment, run), ...measureWords(experiment, run)];
  return `Step ${formatCount(run.step)}: ${parts.join("; ") || "no numbers yet"}.`;
}

function curveWords({curves}: Experiment, run: RunRecord): string[] {
  return Object.entries(curves).flatMap(([name, curve]) => {
    const values = run.curves[name]?.values;
    if (!values || values.length === 0) return [];
    const recent = mean(values, Math.max(0, values.length - 20), values.length);
    const heading = trend(values);
    return [`${curve.label} ${formatNumber(recent)}${heading ? `, ${heading}` : ""}`];
  });
}

function measureWords({measures}: Experiment, run: RunRecord): string[] {
  const last = run.measurements.at(-1);
  if (!last) return [];
  return Object.entries(measures).flatMap(
    ([name, {label, unit, whole, band: meaning = "real ones"}]) => {
      const value = last.scalars[name];
      if (value === undefined) return [];
      const format = whole ? formatCount : formatNumber;
      const floor = last.floors[name];
      const band = floor
        ? ` (${meaning}: ${floorText(format(floor.low), format(floor.high))})`
        : "";
      return [`${label} ${format(value)}${unit ? ` ${unit}` : ""}${band}`];
    },
  );
}

function floorText(low: string, high: string): string {
  return low === high ? low : `${low} to ${high}`;
}

/** What is left of a run at its present pace. */
export function timeLeft(stepsLeft: number, msPerStep: number): string {
  return `about ${formatSeconds((stepsLeft * msPerStep) / 1000)} left`;
}
