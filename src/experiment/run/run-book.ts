import type {Params, ParamValue} from "../../lib/params.js";
import {CheckpointStore} from "../../lib/training/checkpoints.js";
import type {Experiment} from "../../lib/training/experiment.js";
import type {Checkpoint, Progress, Snapshot} from "../../lib/training/protocol.js";
import {newness} from "./newness.js";
import {runAt} from "./run-at.js";
import {
  addProgress,
  branchRun,
  type ComputedRun,
  type Given,
  newRun,
  paramsNow,
  type RunRecord,
  rewindRun,
  showWith,
} from "./run-record.js";

/** All runs of an experiment on this page: the present one with its checkpoints, and the earlier ones. Nothing that
 * has been trained is ever lost: whatever replaces a run puts it in the history. */
export class RunBook {
  run: ComputedRun;
  /** The params that the run began with, also those that may change without a trace in it. */
  first: Params;
  checkpoints = new CheckpointStore();
  /** Where the weights stand; earlier than `run.step` after a seek. */
  position = 0;
  /** Earlier runs, oldest first. */
  readonly history: RunRecord[] = [];
  readonly #experiment: Experiment;
  /** The picture of where the weights stand while that is before the run's end; the end's own stays with the run. */
  #earlier: Snapshot | undefined;
  #here: RunRecord;
  readonly #isNew = newness();

  constructor(experiment: Experiment, params: Params) {
    this.#experiment = experiment;
    this.run = newRun(experiment, 1, params);
    this.#here = this.run;
    this.first = params;
  }

  /** The params in force where the weights stand. */
  get params(): Params {
    return paramsNow(this.run, this.position);
  }

  /** The present run as it was where the weights stand: what is shown. */
  get here(): RunRecord {
    const {run, position} = this;
    const {step, params, measurements, snapshot} = run;
    if (this.#isNew(run, position, this.#earlier, step, params, measurements, snapshot))
      this.#here = runAt(run, position, this.#earlier);
    return this.#here;
  }

  /** The checkpoint that the weights come from, or are nearest after. */
  get checkpoint(): Checkpoint | undefined {
    return this.checkpoints.nearest(this.position);
  }

  add(progress: Progress): void {
    addProgress(this.run, progress);
    this.position = this.run.step;
  }

  /** Takes the picture of where the weights stand. */
  show(snapshot: Snapshot): void {
    if (this.position < this.run.step) this.#earlier = snapshot;
    else this.run.snapshot = snapshot;
  }

  /** Remembers what the present run's pictures are drawn with, or how they are shown. */
  showWith(name: string, value: ParamValue): void {
    showWith(this.run, name, value);
    if (this.run.step === 0) this.first = this.run.params;
  }

  /** A new run before its first step. */
  begin(params: Params, given: Given): void {
    this.#archive();
    this.#open(newRun(this.#experiment, this.#nextNumber(), params, given), undefined);
  }

  /** The same as a repetition of `run`, which goes to the history if it isn't there. */
  beginAfter(run: RunRecord): void {
    this.#archive();
    if (!this.history.includes(run)) this.history.push({...run, number: this.#nextNumber()});
    this.begin(run.params, run);
  }

  /** Goes on with a run that was kept on this device. */
  resume(run: ComputedRun, checkpoint: Checkpoint): void {
    this.#archive();
    this.#open(run, checkpoint);
  }

  /** Makes a new run where the weights stand, if that is before the run's end. Says whether it did. */
  branchIfBehind(): boolean {
    if (this.position >= this.run.step) return false;
    this.#archive();
    this.run = branchRun(this.run, this.#nextNumber(), this.position);
    if (this.#earlier?.step === this.position) this.run.snapshot = this.#earlier;
    this.checkpoints = this.checkpoints.upTo(this.position);
    return true;
  }

  /** Forgets what came after the last checkpoint, since its weights are gone. Gives the step gone back to. */
  rewind(): number {
    const step = this.checkpoints.last()?.step ?? 0;
    rewindRun(this.run, step);
    this.position = step;
    return step;
  }

  #open(run: ComputedRun, checkpoint: Checkpoint | undefined): void {
    this.run = run;
    this.#earlier = undefined;
    this.first = run.params;
    this.checkpoints = new CheckpointStore();
    if (checkpoint) this.checkpoints.add(checkpoint);
    this.position = checkpoint?.step ?? 0;
  }

  #archive(): void {
    if (this.run.step > 0 && !this.history.includes(this.run)) this.history.push(this.run);
  }

  #nextNumber(): number {
    return Math.max(0, ...this.history.map(({number}) => number)) + 1;
  }
}
