/** The language of a spec: tests of the functions that a learner writes, and properties that hold for any input. */
import type {Draw} from "./draw.js";
import {smallestFailure} from "./property.js";
import type {Trial} from "./trial.js";
import type {TestRun} from "./verdict.js";

export interface SpecTest {
  /** The id of a task in `exercise.json`. */
  readonly task: string;
  readonly name: string;
  readonly points: number;
  /** Passes when it calls the learner's code and throws nothing. */
  run(trial: Trial): Promise<void>;
}

/** Exports of a `spec.ts` of a code exercise. */
export interface Spec {
  readonly tests: readonly SpecTest[];
  /** Of a bug hunt: the run of its faulty starter, made anew, beside the right one. */
  readonly exhibit?: () => Promise<TestRun>;
}

/** One test. */
export function test(
  task: string,
  name: string,
  points: number,
  run: (trial: Trial) => Promise<void>,
): SpecTest {
  return {task, name, points, run};
}

/** `holds` must pass for every input that `make` draws. A failing one is made as small as it gets before it is shown. */
export function property<T>(
  task: string,
  name: string,
  points: number,
  make: (draw: Draw) => T,
  holds: (input: T, trial: Trial) => Promise<void>,
  runs = 40,
): SpecTest {
  const run = async (trial: Trial) => {
    const failure = await smallestFailure(make, holds, trial, runs);
    if (failure) throw failure;
  };
  return {task, name, points, run};
}
