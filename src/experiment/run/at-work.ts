import type {RunState} from "./run-state.js";

/** Whether there is a worker that answers at once: to ask before would start one that nobody has asked for. */
export function isAtWork(run: Pick<RunState, "status">): () => boolean {
  return () => run.status === "running" || run.status === "paused" || run.status === "done";
}
