/** Which runs on a page count where one of them is graded. */
import type {RunsOnPage} from "../experiment/on-page.js";
import {repeats} from "../experiment/repetition.js";
import {type ComputedRun, isComputed, type RunRecord} from "../experiment/run-record.js";

export interface CountingRuns {
  readonly now: ComputedRun;
  readonly earlier: readonly ComputedRun[];
}

/** A run that does not count yet, and why. */
export interface Claim {
  readonly run: RunRecord;
  readonly why: string;
}

/** The runs that were computed here, on `backend` unless that is "none". Whatever else is there is a claim, until it is made again. */
export function countingRuns(
  {now, earlier}: Pick<RunsOnPage, "now" | "earlier">,
  backend: string,
): {readonly runs: CountingRuns; readonly claims: readonly Claim[]} {
  const counts = (run: RunRecord): run is ComputedRun => isComputed(run) && isOn(backend, run);
  const runs = {now, earlier: earlier.filter(counts)};
  const isMadeAgain = (claim: RunRecord) =>
    [...runs.earlier, now].some((run) => repeats(run, claim));
  const claims = earlier
    .filter((run) => !counts(run) && !isMadeAgain(run))
    .map((run) => ({run, why: whyNot(run)}));
  return {runs, claims};
}

/** Whether a run on the same page counts by its back end. */
export function isOn(backend: string, run: Pick<RunRecord, "backend">): boolean {
  return backend === "none" || run.backend === backend;
}

function whyNot({number, origin, backend}: RunRecord): string {
  return origin === "live"
    ? `Run ${number} was computed on ${backend ?? "an unknown back end"}, not on WebAssembly, so it does not count yet.`
    : `Run ${number} comes from a file. Its numbers are a claim until the run is made again here, so it does not count yet.`;
}
