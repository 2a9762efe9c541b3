/** The language of a spec: tests of the functions that a learner writes, and properties that hold for any input. */
import type {Random} from "../random.js";
import type * as checks from "./check.js";
import type {Draw} from "./draw.js";
import {smallestFailure} from "./property.js";

/** What a test is given. */
export interface Trial {
  /** The chance of this test; another seed of the judge gives another. */
  readonly random: Random;
  readonly check: typeof checks;
  /** What the learner's function returns, as plain data. A function that throws fails the test. */
  call(name: string, ...args: readonly unknown[]): Promise<unknown>;
  /** Makes the learner's `Math.random` begin anew. */
  seed(seed: number): Promise<void>;
  /** The last call in words, which a failure shows as its input. */
  lastCall(): string | undefined;
}

export interface SpecTest {
  /** The id of a task in `exercise.json`. */
  readonly task: string;
  readonly name: string;
  readonly points: number;
  /** Passes when it calls the learner's code and throws nothing. */
  run(trial: Trial): Promise<void>;
}

/** What a `spec.ts` of a code exercise exports. */
export interface Spec {
  readonly tests: readonly SpecTest[];
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
