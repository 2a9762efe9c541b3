import {workerParams} from "../../lib/param-groups.js";
import {isSameParams} from "../../lib/params.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {drivenWords} from "../run/driver-words.js";
import type {RunRecord} from "../run/run-record.js";

/** How the pictures of `run` were made; `next` is the run that Train would go on with. */
export function originLabel({params: table}: Experiment, run: RunRecord, next: RunRecord): string {
  const {origin, step, date, params, backend, snapshot, driver} = run;
  if (origin === "live" && step > 0) return `live: made here, now${drivenWords(driver)}`;
  if (origin === "live") return snapshot ? "live: before the first step" : "nothing made yet";
  if (step === 0) return `before the first step, recorded with seed ${params.seed}`;
  const day = date?.slice(0, 10) ?? "an unknown day";
  const same = {...workerParams(table, params), seed: next.params.seed!}; // its own is said
  const how = isSameParams(same, next.params) ? "" : " with other settings";
  return `${origin}${how}: ${day}, ${backend ?? "an unknown back end"}, seed ${params.seed}`;
}
