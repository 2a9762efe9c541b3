import {formatCount, formatSeconds} from "../../controls/format.js";
import type {RunRecord} from "../run/run-record.js";
import type {StepPace} from "../run/step-pace.js";
import type {Trainer} from "../run/trainer.js";
import {timeLeft} from "./narration.js";

/** The line in the run bar: step and time left; before the first, what the run will cost. */
export function runLine(
  trainer: Trainer,
  {msPerStep}: StepPace,
  recorded: RunRecord | undefined,
): string {
  const {status, run, params, position} = trainer;
  const limit = Number(params.maxSteps);
  if (status === "loading") return loadingWords(trainer.progress);
  if (run.step === 0) return estimate(limit, recorded);
  const parts = [`step ${formatCount(position)} of ${formatCount(limit)}`];
  if (msPerStep && status === "running") parts.push(timeLeft(limit - position, msPerStep));
  if (status === "done") parts.push(`done: ${trainer.why}`);
  return parts.join(" · ");
}

/** "Loading: 310 of 2,050 kB". */
function loadingWords(progress: Trainer["progress"]): string {
  if (!progress) return "Loading the engine …";
  const {loaded, total} = progress;
  if (loaded === total) return "Preparing the run …";
  return `Loading: ${formatCount(loaded / 1000)} of ${formatCount(total / 1000)} kB`;
}

function estimate(limit: number, recorded: RunRecord | undefined): string {
  const steps = `${formatCount(limit)} steps`;
  if (!recorded?.msPerStep) return `${steps}, not started`;
  const seconds = formatSeconds((limit * recorded.msPerStep) / 1000);
  return `${steps}, ${seconds} when recorded`;
}
