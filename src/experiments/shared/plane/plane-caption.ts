import {originWords} from "../../../experiment/run/origin-words.js";
import type {RunRecord} from "../../../experiment/run/run-record.js";
import {planeSide} from "./plane-params.js";

/** How the plane was made. */
export function planeCaption(step: number, run: RunRecord): string {
  const {params, backend} = run;
  return `${originWords(run)}: ${planeSide} by ${planeSide} codes at equal shares of N(0, 1), decoded after ${step} steps, seed ${params.seed}, ${backend}.`;
}
