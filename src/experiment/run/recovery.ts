import type {Problem} from "../../lib/training/protocol.js";
import type {Engine} from "./engine.js";
import type {RunBook} from "./run-book.js";
import {type RunState, sentence} from "./run-state.js";

const automaticRestarts = 3;
const memoryLimitBytes = 1.2e9;

/** Goes on where worker, device or memory fail: with a new worker, from the last checkpoint, a few times. */
export class Recovery {
  readonly #state: RunState;
  readonly #engine: Engine;
  readonly #book: RunBook;
  readonly #train: () => Promise<void>;
  /** Since the run last got further. */
  #restarts = 0;
  #restartStep = 0;

  constructor(state: RunState, engine: Engine, book: RunBook, train: () => Promise<void>) {
    this.#state = state;
    this.#engine = engine;
    this.#book = book;
    this.#train = train;
  }

  /** A run has ended by a problem of its worker's. */
  handleProblem(problem: Problem): void {
    if (problem.code === "device-lost") void this.#recover(problem.message, true);
    else if (problem.code === "out-of-memory") void this.#recover(problem.message);
    else this.#state.fail(problem);
  }

  /** A worker has died. A run that had failed before keeps its explanation and needs no other. */
  handleDeath(reason: string): void {
    if (this.#state.status === "failed") this.#engine.stop();
    else void this.#recover(reason);
  }

  /** A planned restart: memory that grew beyond reason is given back by a fresh worker. */
  watchMemory(bytes: number): void {
    if (bytes < memoryLimitBytes || this.#state.status !== "running") return;
    const megabytes = Math.round(bytes / 1e6);
    void this.#recover(`memory had grown to ${megabytes} MB, so a fresh process took over`);
  }

  /** The run has got to a checkpoint at `step`. */
  noteCheckpoint(step: number): void {
    if (step > this.#restartStep) this.#restarts = 0;
  }

  /** After a failure the weights are worthless: the next steps start in a fresh worker at the last checkpoint. */
  leaveFailure(): void {
    this.#engine.stop();
    this.#book.position = this.#book.checkpoints.last()?.step ?? 0;
    this.#state.problem = undefined;
  }

  /** The back end of a lost device is given one more chance. */
  async #recover(reason: string, deviceLost = false): Promise<void> {
    const {isTraining} = this.#state;
    this.#state.isTraining = false;
    this.#engine.stop();
    this.#restarts += 1;
    if (this.#restarts > automaticRestarts) return this.#giveUp(reason);
    if (deviceLost && this.#restarts > 1) this.#engine.dropBackend();
    this.#rewind(reason, isTraining);
    if (isTraining) await this.#train();
  }

  #rewind(reason: string, isTraining: boolean): void {
    const lostStep = this.#book.run.step;
    const from = this.#book.rewind();
    this.#restartStep = from;
    this.#state.set("paused");
    const place = from > 0 ? `the checkpoint at step ${from}` : "the start";
    const next = isTraining ? "It went on" : "Press Train to go on";
    this.#state.say(
      `At step ${lostStep} training was interrupted: ${sentence(reason)} ${next} from ${place}.`,
    );
  }

  #giveUp(reason: string): void {
    this.#restarts = 0;
    this.#state.fail({
      code: "worker-died",
      message: `Training stopped ${automaticRestarts + 1} times without getting further; the last time: ${sentence(reason)}`,
      advice:
        "Press Train to try again from the last checkpoint, or choose a smaller batch or width.",
    });
  }
}
