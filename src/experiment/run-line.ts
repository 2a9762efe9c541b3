import {formatBytes, formatSeconds} from "../controls/format.js";
import {timeLeft} from "./narration.js";
import type {RunRecord} from "./run-record.js";
import type {Trainer} from "./trainer.js";

/** The line under the run bar: back end, step, pace, time left and memory; before Start, what the run will cost. */
export function runLine(trainer: Trainer, recorded: RunRecord | undefined): string {
  const {status, run, params, position, memoryBytes} = trainer;
  const limit = Number(params.maxSteps);
  if (status === "loading") return "Loading the engine …";
  if (run.step === 0) return estimate(limit, recorded);
  const parts = [run.backend ?? "", `step ${position} of ${limit}`];
  if (run.msPerStep) parts.push(`${Math.round(run.msPerStep)} ms a step`);
  if (run.msPerStep && status === "running") parts.push(timeLeft(limit - position, run.msPerStep));
  if (status === "done") parts.push(`done: ${trainer.why}`);
  if (memoryBytes > 0) parts.push(formatBytes(memoryBytes));
  return parts.filter(Boolean).join(" · ");
}

function estimate(limit: number, recorded: RunRecord | undefined): string {
  if (!recorded?.msPerStep) return `${limit} steps, not started.`;
  const seconds = formatSeconds((limit * recorded.msPerStep) / 1000);
  return `${limit} steps: about ${seconds} at the pace of the recorded run (${recorded.backend}).`;
}
