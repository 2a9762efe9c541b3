import type {Experiment} from "../../lib/training/experiment.js";
import {paramsNow, type RunRecord} from "./run-record.js";

/** Everything that decides a run up to `step`, as text: experiment, step, back end and every param in force there. */
export function recipeText(experiment: Experiment, run: RunRecord, step = run.step): string {
  const params = Object.entries(paramsNow(run, step)).map(([name, value]) => `${name} = ${value}`);
  const head = `${experiment.id}, step ${step}, ${run.backend ?? "not run yet"}`;
  return [head, ...params].join("\n");
}
