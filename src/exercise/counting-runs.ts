/** Which runs on a page count where one of them is graded. */
import type {PageRuns} from "../experiment/registry.js";
import {repeats} from "../experiment/run/repetition.js";
import {
  backendWords,
  type ComputedRun,
  isComputed,
  type RunRecord,
} from "../experiment/run/run-record.js";
import type {Experiment} from "../lib/training/experiment.js";

export interface CountingRuns {
  readonly experiment: Experiment;
  readonly now: ComputedRun;
  readonly earlier: readonly ComputedRun[];
}

/** A run that does not count yet, and why. */
export interface Claim {
  readonly run: RunRecord;
  readonly why: string;
}

/** The runs that were computed here, on `backend` unless that is "none", with the model's own parts. Whatever else is there of these is a
 * claim, until it is made again. */
export function countingRuns(
  {experiment, now, earlier}: Omit<PageRuns, "again">,
  backend: string,
): {readonly runs: CountingRuns; readonly claims: readonly Claim[]} {
  const counts = (run: RunRecord): run is ComputedRun => isComputed(run) && isOn(backend, run);
  const own = earlier.filter(({driver}) => !driver);
  const runs = {experiment, now, earlier: own.filter(counts)};
  const isMadeAgain = (claim: RunRecord) =>
    [...runs.earlier, now].some((run) => repeats(experiment.params, run, claim));
  const claims = own
    .filter((run) => !counts(run) && !isMadeAgain(run))
    .map((run) => ({run, why: whyNot(run)}));
  return {runs, claims};
}

type Computing = Pick<RunRecord, "backend" | "earlierBackends">;

/** Whether all of the run was computed on `backend`, or that is "none" and it does not matter. */
export function isOn(backend: string, run: Computing): boolean {
  const all = [run.backend, ...(run.earlierBackends ?? [])];
  return backend === "none" || all.every((each) => each === backend);
}

function whyNot(run: RunRecord): string {
  const why =
    run.origin === "live"
      ? `was computed on ${backendWords(run)}. Only what WebAssembly computes is graded`
      : "comes from a file. Its numbers are a claim until the run is made again here";
  return `Run ${run.number} ${why}, so it does not count yet.`;
}
