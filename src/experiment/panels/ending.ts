import {isOpenMidRun} from "../../lib/param-groups.js";
import type {LinkState} from "../../lib/param-link.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {accessTo} from "../run/address.js";
import type {RunRecord} from "../run/run-record.js";
import {paramsNow} from "../run/run-record.js";
import type {Variation} from "./next-link.js";

/** What a run that has come to its end offers. */
export interface Ending {
  /** Steps that it may go on for; 0 for none. */
  readonly more: number;
  readonly canReseed: boolean;
  readonly next: Variation | undefined;
}

/** Whether a run that is done has no step left: its limit may have been moved on since. */
export function isAtLimit(run: RunRecord): boolean {
  return !(run.step < Number(paramsNow(run).maxSteps));
}

/** As many steps again as the run began with, as far as its limit may go and the link leaves that to the reader. */
export function moreSteps(
  {params: table}: Experiment,
  run: RunRecord,
  link: Pick<LinkState, "locked" | "hidden">,
): number {
  const {maxSteps} = table;
  if (maxSteps?.kind !== "number" || !isOpenMidRun(maxSteps)) return 0;
  if (accessTo(link, "maxSteps") !== "open") return 0;
  return Math.min(Number(run.params.maxSteps), maxSteps.max - Number(paramsNow(run).maxSteps));
}
