import {workerParams} from "../../lib/param-groups.js";
import {isSameParams} from "../../lib/params.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {drivenWords} from "../run/driver-words.js";
import type {RunRecord} from "../run/run-record.js";

/** How the pictures of `run` were made; `next` is the run that Train would go on with. */
export function originLabel({params: table}: Experiment, run: RunRecord, next: RunRecord): string {
  const {origin, step, date, params, backend, driver} = run;
  if (origin === "live")
    return step > 0 ? `live: made here, now${drivenWords(driver)}` : "nothing made yet";
  const day = date?.slice(0, 10) ?? "an unknown day";
  const how = isSameParams(workerParams(table, params), next.params) ? "" : " with other settings";
  return `${origin}${how}: ${day}, ${backend ?? "an unknown back end"}, seed ${params.seed}`;
}
