import type {Experiment} from "../../lib/training/experiment.js";
import {driverWords, standingWords} from "./driver-words.js";
import {heldChanges} from "./live-changes.js";
import {backendWords, paramsNow, partsUpTo, type RunRecord} from "./run-record.js";

/**
 * Everything that decides a run up to `step`, as text: experiment, step, back end, every param in force there, every live change and the steps
 * taken by hand of a part of it. What the reader gave, such as painted points, is only named. `src/provenance/told-run.ts` reads it.
 */
export function recipeText(experiment: Experiment, run: RunRecord, step = run.step): string {
  const params = Object.entries(paramsNow(run, step)).map(([name, value]) => `${name} = ${value}`);
  const head = `${experiment.id}, step ${step}, ${run.backend ? backendWords(run) : "not run yet"}`;
  const more = [...liveLines(run, step), ...partLines(run, step), ...givenLines(run)];
  return [head, ...params, ...more, ...driverLines(run)].join("\n");
}

/** "at step 120: learningRate = 0.002 → 0.001". */
function liveLines({params, changes}: RunRecord, last: number): string[] {
  const past = changes.filter(({step}) => step <= last);
  return heldChanges(past, params).map(
    ({step, name, before, value}) => `at step ${step}: ${name} = ${before} → ${value}`,
  );
}

/** "at step 40: 3 steps of generator". */
function partLines({parts}: RunRecord, last: number): string[] {
  return partsUpTo(parts, last).map(
    ({step, kind, count}) =>
      `at step ${step}: ${count} ${count === 1 ? "step" : "steps"} of ${kind}`,
  );
}

/** "given: points". */
function givenLines({inputs}: RunRecord): string[] {
  const names = Object.keys(inputs);
  return names.length > 0 ? [`given: ${names.join(", ")}`] : [];
}

/** The reader's function in full: without it the run cannot be made again. */
function driverLines({driver}: RunRecord): string[] {
  return driver
    ? [`with ${driverWords(driver)}: ${standingWords(driver)}`.trim(), driver.code]
    : [];
}
