import type {Engine} from "./engine.js";
import type {Recovery} from "./recovery.js";
import type {RunBook} from "./run-book.js";
import {addMeasurement} from "./run-record.js";
import type {RunState} from "./run-state.js";
import type {Notice} from "./worker-link.js";

/** Who takes part in what a worker tells. */
export interface Hearers {
  readonly state: RunState;
  readonly engine: Engine;
  readonly book: RunBook;
  readonly recovery: Recovery;
}

/** Takes what a worker tells unasked into the run, and says what has changed. */
export function takeIn(event: Notice, {state, engine, book, recovery}: Hearers): void {
  switch (event.type) {
    case "progress":
      book.add(event.progress);
      state.emit("curves");
      state.memoryBytes = event.progress.memory.bytes;
      state.threads = event.progress.threads;
      recovery.watchMemory(state.memoryBytes);
      break;
    case "snapshot":
      book.show(event.snapshot);
      state.emit("snapshot");
      engine.request({type: "shown"}).catch(() => {});
      break;
    case "measurement":
      addMeasurement(book.run, event.measurement);
      state.emit("measurement");
      break;
    case "checkpoint":
      book.checkpoints.add(event.checkpoint);
      recovery.noteCheckpoint(event.checkpoint.step);
      state.emit("run");
      break;
    case "status":
      state.isTraining = event.status === "running";
      state.set(event.status, event.why);
      break;
    case "alive":
    case "loaded":
      if (state.status === "loading") state.emit("loading");
      break;
    case "failed":
      recovery.handleProblem(event.problem);
      break;
  }
}
