import type {Params} from "../../lib/params.js";
import type {Checkpoint} from "../../lib/training/protocol.js";
import {type ComputedRun, type PlainRun, plainRun} from "./run-record.js";
import type {Changed} from "./run-state.js";
import type {Trainer} from "./trainer.js";

/** So much training is kept at a time, where no checkpoint comes by itself: with a step, and the time to write, a reload costs less than 5 s. */
const everyMs = 3000;

/** What keeps a run: a clock in ms, timers, and a place to write to. */
export interface KeepingHost {
  now(): number;
  later(work: () => void, ms: number): void;
  /** Settles when it is written, or cannot be. */
  write(run: PlainRun, checkpoint: Checkpoint): Promise<unknown>;
}

interface Kept {
  readonly run: ComputedRun;
  readonly params: Params;
  readonly checkpoint: Checkpoint;
}

/** Keeps the present run as it goes, every few seconds of training, whatever the number of steps between its checkpoints. */
export class RunKeeping {
  readonly #trainer: Trainer;
  readonly #host: KeepingHost;
  #kept: Kept | undefined;
  #keptAt = Number.NEGATIVE_INFINITY;
  #isAsking = false;
  #isWaiting = false;
  #isWriting = false;
  #written: Promise<unknown> = Promise.resolve();

  constructor(trainer: Trainer, host: KeepingHost) {
    this.#trainer = trainer;
    this.#host = host;
  }

  follow(changed: Changed): void {
    const isRunning = this.#trainer.status === "running";
    // All was kept when it paused: what counts is the time from here.
    if (changed === "status" && isRunning) this.#keptAt = this.#host.now();
    if (changed === "curves" && isRunning) void this.#askInTime();
    if (changed === "run" || changed === "status") this.#keepInTime();
  }

  /** Keeps whatever is new: the page may be gone at once. */
  keepNow(): void {
    const checkpoint = this.#newest();
    if (checkpoint) this.#keep(this.#trainer.run, checkpoint);
  }

  get #waitMs(): number {
    return this.#keptAt + everyMs - this.#host.now();
  }

  /** The run's last checkpoint, unless that is kept as it is, or a later one of the same run. */
  #newest(): Checkpoint | undefined {
    const {run, checkpoints} = this.#trainer;
    const checkpoint = checkpoints.last();
    if (!checkpoint || checkpoint.step === 0) return undefined;
    const kept = this.#kept;
    if (kept?.run !== run || kept.params !== run.params) return checkpoint;
    const isFurther = kept.checkpoint.step > checkpoint.step && kept.checkpoint.step <= run.step;
    return checkpoint === kept.checkpoint || isFurther ? undefined : checkpoint;
  }

  #keepInTime(): void {
    const checkpoint = this.#newest();
    if (!checkpoint) return;
    const isRunning = this.#trainer.status === "running";
    const hasNewWeights = checkpoint !== this.#kept?.checkpoint;
    if (this.#waitMs <= 0 || (hasNewWeights && !isRunning))
      this.#keep(this.#trainer.run, checkpoint);
    else if (!hasNewWeights) this.#keepLater();
  }

  /** What pictures are drawn with may change as fast as a hand moves, and no checkpoint comes after it. */
  #keepLater(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    this.#host.later(() => {
      this.#isWaiting = false;
      this.#keepInTime();
    }, this.#waitMs);
  }

  async #askInTime(): Promise<void> {
    if (this.#isAsking || this.#isWriting || this.#waitMs > 0) return;
    const {run} = this.#trainer;
    this.#isAsking = true;
    try {
      const checkpoint = await this.#trainer.request({type: "checkpoint"});
      const {step} = checkpoint;
      const isWanted = run === this.#trainer.run && this.#waitMs <= 0; // another may have been kept meanwhile
      if (isWanted && step > 0 && step <= run.step) this.#keep(run, checkpoint);
    } catch {
      // A worker that can't give one is in trouble that the reader is told of.
    } finally {
      this.#isAsking = false;
    }
  }

  /** One after the other, or the disk would decide which is the last. */
  #keep(run: ComputedRun, checkpoint: Checkpoint): void {
    this.#kept = {run, params: run.params, checkpoint};
    this.#keptAt = this.#host.now();
    this.#isWriting = true;
    const plain = plainRun(run, checkpoint.step);
    const written = this.#written.then(() => this.#host.write(plain, checkpoint));
    this.#written = written.finally(() => {
      if (this.#kept?.checkpoint === checkpoint) this.#isWriting = false;
    });
  }
}
