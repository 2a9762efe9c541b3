import {formatCount} from "../../controls/format.js";
import {type Guess, isReady, spanOf, stepOf} from "../../figures/guess/guess.js";
import type {RunRecord} from "../run/run-record.js";
import type {Status} from "../run/run-state.js";

/** `open`: the guess may be drawn. `running`: it stands. `done`: the run is drawn over it. `recorded`: the recorded run is. */
export type PredictionStatus = "open" | "running" | "done" | "recorded";

/** How a prediction stands, by the run that it is about. `isOver` says that the run has come to its end before. */
export function predictionStatus(
  {status, step}: {readonly status: Status; readonly step: number},
  isOver: boolean,
  showsRecorded: boolean,
): PredictionStatus {
  if (step > 0 && (isOver || status === "done")) return "done";
  if (step > 0 || status === "running" || status === "loading") return "running";
  return showsRecorded ? "recorded" : "open";
}

/** Words for the reader while there is nothing to compare. */
export function stateWords(status: PredictionStatus, guess: Guess, limit: number): string {
  if (status === "open") return openWords(guess, limit);
  if (status === "running")
    return isReady(guess)
      ? "The run has begun, and your guess stands. The run is drawn over it when it is done."
      : "The run has begun without a guess of yours. To draw one, press Reset in the experiment.";
  const which = status === "done" ? "This is your run" : "This is the recorded run";
  return `${which}. You had drawn no guess, so there is nothing to compare it with.`;
}

function openWords(guess: Guess, limit: number): string {
  const span = spanOf(guess);
  if (!span) return "Draw a line from left to right: how will the run go?";
  if (isReady(guess)) return "Your guess is ready. Now press Train in the experiment below.";
  const [from, to] = span.map((place) => formatCount(stepOf(place, limit)));
  return `Draw on: your line goes from step ${from} to step ${to}, and half of the run is the least that can be compared.`;
}

/** "Line with dots: the run, with intervals of 95 %. Live: 600 steps, seed 7, wasm. Dashed: your guess. Grey: guessing, at the end." */
export function howMade(
  {origin, date, step, params, backend}: RunRecord,
  band: string | undefined,
  hasIntervals: boolean,
): string {
  const made = origin === "live" ? "Live" : `Recorded ${date?.slice(0, 10) ?? "on an unknown day"}`;
  const grey = band === undefined ? "" : ` Grey: ${band}, at the end.`;
  const line = `Line with dots: the run${hasIntervals ? ", with intervals of 95 %" : ""}.`;
  return `${line} ${made}: ${formatCount(step)} steps, seed ${params.seed}, ${backend}. Dashed: your guess.${grey}`;
}
