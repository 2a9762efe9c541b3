import type {Experiment} from "../lib/experiments/experiment.js";
import {paramsNow, type RunRecord} from "./run-record.js";

/** Everything that decides a run, as text: experiment, step, back end and every param. */
export function recipeText(experiment: Experiment, run: RunRecord): string {
  const params = Object.entries(paramsNow(run)).map(([name, value]) => `${name} = ${value}`);
  const head = `${experiment.id}, step ${run.step}, ${run.backend ?? "not run yet"}`;
  return [head, ...params].join("\n");
}
