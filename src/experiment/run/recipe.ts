import type {Experiment} from "../../lib/training/experiment.js";
import {driverWords, standingWords} from "./driver-words.js";
import {heldChanges} from "./live-changes.js";
import {paramsNow, type RunRecord} from "./run-record.js";

/** Everything that decides a run up to `step`, as text: experiment, step, back end, every param in force there and every live change. */
export function recipeText(experiment: Experiment, run: RunRecord, step = run.step): string {
  const params = Object.entries(paramsNow(run, step)).map(([name, value]) => `${name} = ${value}`);
  const head = `${experiment.id}, step ${step}, ${run.backend ?? "not run yet"}`;
  return [head, ...params, ...liveLines(run, step), ...driverLines(run)].join("\n");
}

/** "at step 120: learningRate = 0.002 → 0.001". */
function liveLines({params, changes}: RunRecord, last: number): string[] {
  const past = changes.filter(({step}) => step <= last);
  return heldChanges(past, params).map(
    ({step, name, before, value}) => `at step ${step}: ${name} = ${before} → ${value}`,
  );
}

/** The reader's function in full: without it the run cannot be made again. */
function driverLines({driver}: RunRecord): string[] {
  return driver
    ? [`with ${driverWords(driver)}: ${standingWords(driver)}`.trim(), driver.code]
    : [];
}
