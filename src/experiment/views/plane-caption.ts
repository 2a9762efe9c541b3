import {planeSide} from "../../lib/experiments/plane-params.js";
import type {RunRecord} from "../run-record.js";

/** How the plane was made. */
export function planeCaption(step: number, {origin, params, backend, date}: RunRecord): string {
  const made =
    origin === "live"
      ? "Live"
      : `${origin === "recorded" ? "Recorded" : "Imported"} ${date?.slice(0, 10)}`;
  return `${made}: ${planeSide} by ${planeSide} codes at equal shares of N(0, 1), decoded after ${step} steps, seed ${params.seed}, ${backend}.`;
}
