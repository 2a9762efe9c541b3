import {Refusal} from "./problem.js";
import type {Command, Problem} from "./protocol.js";

/** `idle` before a start, `spent` after a benchmark, `lost` when the device is gone, `closed` after dispose. */
export type State = "idle" | "running" | "paused" | "done" | "failed" | "lost" | "spent" | "closed";

const alive: readonly State[] = ["running", "paused", "done"];
const open: readonly State[] = ["idle", ...alive, "failed", "lost", "spent"];

const legal: Readonly<Record<Command["type"], readonly State[]>> = {
  start: ["idle"],
  benchmark: ["idle"],
  train: ["running", "paused"],
  step: ["paused"],
  pause: alive,
  set: alive,
  measure: alive,
  ask: alive,
  export: alive,
  inspect: alive,
  checkpoint: alive,
  restore: [...alive, "failed"],
  pace: open,
  shown: open,
  dispose: open,
};

const reasons: Readonly<Record<State, Pick<Problem, "message" | "advice">>> = {
  idle: {message: "there is no run yet", advice: "Start one."},
  running: {message: "the run goes on", advice: "Pause it first."},
  paused: {message: "there is a run already", advice: "Dispose of it, or use another worker."},
  done: {
    message: "the run has reached its last step",
    advice: "Raise the number of steps, go back to an earlier one, or start again.",
  },
  failed: {message: "the run has failed", advice: "Go back to a checkpoint, or start again."},
  lost: {message: "the device is lost", advice: "Go on from a checkpoint in another worker."},
  spent: {message: "this worker was for timing", advice: "Use another worker."},
  closed: {message: "the run was disposed of", advice: "Use another worker."},
};

/** Throws a `Refusal` with the reason when `command` makes no sense in `state`. */
export function checkLegal(command: Command["type"], state: State): void {
  if (!Object.hasOwn(legal, command))
    throw refusal(`unknown command: ${command} (one of ${Object.keys(legal).join(", ")})`, "");
  if (legal[command].includes(state)) return;
  const {message, advice} = reasons[state];
  throw refusal(`${command} is not possible now: ${message}`, advice);
}

function refusal(message: string, advice: string): Refusal {
  return new Refusal({code: "wrong-state", message, advice});
}
