import {buffersOf} from "../array.js";
import type {ParamValue} from "../params.js";
import {Ledger} from "./ledger.js";
import {memory} from "./memory.js";
import {PictureRhythm} from "./pictures.js";
import type {Checkpoint, Measurement, WorkerEvent} from "./protocol.js";
import {checkpointBuffers, type Run} from "./run.js";
import type {ThreadChoice} from "./thread-choice.js";
import {type Step, train} from "./train.js";

export type Post = (event: WorkerEvent, transfer?: ArrayBuffer[]) => void;

interface Goal {
  readonly steps: AsyncGenerator<Step, void, void>;
  readonly count: number;
  readonly onend: (taken: number) => void;
  taken: number;
}

type StartThreads = () => Promise<ThreadChoice | undefined>;

const progressMs = 250;

/** Moves a run on, one step a call, and tells the page what it must know: numbers, pictures, checkpoints, status. */
export class TrainingLoop {
  status: "running" | "paused" | "done" | "failed" = "paused";
  /** Least ms from one step to the next. */
  paceMs = 0;
  readonly run: Run;
  readonly pictures = new PictureRhythm();
  readonly #startThreads: StartThreads;
  #starting: ReturnType<StartThreads> | undefined;
  #threads: ThreadChoice | undefined;
  readonly #post: Post;
  readonly #now: () => number;
  readonly #ledger = new Ledger();
  #goal: Goal | undefined;
  #stepAt = Number.NEGATIVE_INFINITY;
  #progressAt = Number.NEGATIVE_INFINITY;
  #keptStep = -1;
  #measuredStep = -1;

  /** Threads are started for the first step, so that who only looks has none. */
  constructor(run: Run, post: Post, now: () => number, startThreads: StartThreads) {
    this.run = run;
    this.#startThreads = startThreads;
    this.#post = post;
    this.#now = now;
    this.pictures.want();
  }

  /** Ms until the next step is due by the pace. */
  get restMs(): number {
    return Math.max(0, this.#stepAt + this.paceMs - this.#now());
  }

  /** Trains until something stops it. */
  begin(): void {
    this.beginSteps(Number.POSITIVE_INFINITY, undefined, () => {});
    this.#say("running", "training");
  }

  /** Takes `count` steps of a kind, or whole ones, unless something stops it; then `onend` is called with the steps taken. */
  beginSteps(count: number, kind: string | undefined, onend: (taken: number) => void): void {
    this.#goal = {steps: train(this.run, {kind}), count, onend, taken: 0};
    this.status = "running";
  }

  /** One step and what is due after it. */
  async advance(): Promise<void> {
    const goal = this.#goal!;
    if (this.run.step >= this.run.lastStep) return this.#finish();
    await this.#takeStep(goal);
    await this.#keepAndMeasure(this.run.setup.cadence);
    if (this.run.step >= this.run.lastStep) await this.#finish();
    else if (goal.taken === goal.count) await this.pause("step taken");
  }

  /** Stops between two steps, with a checkpoint. */
  async pause(why: string): Promise<void> {
    await this.keep();
    this.#stop("paused", why);
  }

  /** Goes to `checkpoint` and pauses there. Throws `BadCheckpoint`; then nothing has changed. */
  restore(checkpoint: Checkpoint): void {
    this.flush();
    this.run.restore(checkpoint);
    this.#keptStep = this.#measuredStep = checkpoint.step;
    this.pictures.want();
    this.#stop("paused", `at step ${checkpoint.step}`);
  }

  /** Ends the run where it is, without a checkpoint: its weights may be bad, or going. */
  halt(): void {
    this.flush();
    this.status = "failed";
    this.#endGoal();
  }

  /** Changes a live param from the next step on, or at once what pictures are drawn with. */
  async set(name: string, value: ParamValue): Promise<void> {
    this.run.set(name, value);
    if (this.run.isSampling(name)) this.pictures.want();
    else await this.#keepChange();
    if (this.run.setup.shows?.(name)) await this.#showChange();
  }

  /** A run that was done goes on if it has more steps now. */
  async #keepChange(): Promise<void> {
    this.#keptStep = -1; // the last checkpoint has the old value
    if (this.status === "done" && this.run.step < this.run.lastStep)
      this.#stop("paused", "the number of steps was raised");
    if (this.status !== "running") await this.keep();
  }

  /** What a param has changed without a step: the picture, and the numbers unless a step is about to bring others. */
  async #showChange(): Promise<void> {
    this.pictures.want();
    if (this.status !== "running" && this.run.step > 0) await this.#sendMeasurement();
  }

  /** Sends a checkpoint of this step, unless that was done. */
  async keep(): Promise<void> {
    this.flush();
    if (this.#keptStep === this.run.step) return;
    const checkpoint = await this.run.checkpoint();
    this.#keptStep = checkpoint.step;
    this.#post({type: "checkpoint", checkpoint}, checkpointBuffers(checkpoint));
  }

  async measure(): Promise<Measurement> {
    return {step: this.run.step, ...(await this.run.setup.measure())};
  }

  /** Sends the numbers and the picture that are due. */
  async report(): Promise<void> {
    if (this.status === "failed") return;
    const running = this.status === "running";
    if (!running || this.#now() - this.#progressAt >= progressMs) this.flush();
    if (this.pictures.due(this.#now(), running)) await this.#show();
  }

  /** Sends the numbers of all steps since the last time. */
  flush(): void {
    this.#progressAt = this.#now();
    const entries = this.#ledger.take();
    if (!entries) return;
    const buffers = Object.values(entries.curves).map(({buffer}) => buffer as ArrayBuffer);
    const count = this.#threads?.count;
    const progress = {...entries, memory: memory(), ...(count && {threads: count})};
    this.#post({type: "progress", progress}, buffers);
  }

  async #takeStep(goal: Goal): Promise<void> {
    this.#starting ??= this.#startThreads();
    this.#threads = await this.#starting;
    this.#threads?.beforeStep();
    const start = this.#now();
    const {step, scalars} = (await goal.steps.next()).value as Step;
    const ms = this.#now() - start;
    this.#threads?.afterStep(ms);
    this.#ledger.add(step, scalars, ms);
    this.#stepAt = start;
    goal.taken += 1;
    this.pictures.want();
  }

  async #keepAndMeasure(cadence: {checkpointSteps: number; measureSteps: number}): Promise<void> {
    if (this.run.step % cadence.checkpointSteps === 0) await this.keep();
    if (this.run.step % cadence.measureSteps === 0) await this.#sendMeasurement();
  }

  async #finish(): Promise<void> {
    await this.keep();
    if (this.#measuredStep !== this.run.step) await this.#sendMeasurement();
    this.#stop("done", "step limit reached");
  }

  async #sendMeasurement(): Promise<void> {
    const measurement = await this.measure();
    this.#measuredStep = measurement.step;
    this.#post({type: "measurement", measurement}, buffersOf(measurement.arrays));
  }

  async #show(): Promise<void> {
    const start = this.#now();
    const arrays = await this.run.setup.snapshot();
    this.pictures.sent(start, this.#now());
    this.#post({type: "snapshot", snapshot: {step: this.run.step, arrays}}, buffersOf(arrays));
  }

  #stop(status: "paused" | "done", why: string): void {
    this.status = status;
    this.#say(status, why);
    this.#endGoal();
  }

  #endGoal(): void {
    const goal = this.#goal;
    this.#goal = undefined;
    goal?.onend(goal.taken);
  }

  #say(status: "running" | "paused" | "done", why: string): void {
    this.#post({type: "status", status, step: this.run.step, why});
  }
}
