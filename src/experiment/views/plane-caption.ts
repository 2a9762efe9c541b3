import {planeSide} from "../../lib/experiments/plane-params.js";
import type {RunRecord} from "../run-record.js";
import {originWords} from "./origin-words.js";

/** How the plane was made. */
export function planeCaption(step: number, run: RunRecord): string {
  const {params, backend} = run;
  return `${originWords(run)}: ${planeSide} by ${planeSide} codes at equal shares of N(0, 1), decoded after ${step} steps, seed ${params.seed}, ${backend}.`;
}
