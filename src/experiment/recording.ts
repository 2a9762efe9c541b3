import type {TimelineData} from "../figures/time/timeline.js";
import type {Experiment} from "../lib/training/experiment.js";
import type {Snapshot} from "../lib/training/protocol.js";
import {withoutKeptBack} from "./questions/kept-back.js";
import {loadRecording, recordedRun} from "./run/recorded.js";
import {runAt} from "./run/run-at.js";
import type {RunRecord} from "./run/run-record.js";

/** Files of `data/recorded/`: how the run began, and the whole of it. */
export interface RecordingFiles {
  readonly start: {readonly href: string};
  readonly whole: {readonly href: string};
}

interface Whole {
  readonly run: RunRecord;
  readonly frames: readonly Snapshot[];
}

/** The recorded run of an experiment. How it began is fetched when a reader comes near, and the whole of it when they ask. */
export class RecordedRun {
  /** The run before its first step; undefined until that has been fetched. */
  start: RunRecord | undefined;
  /** What the reader looks at, as it may be seen; undefined while they look at a run of their own. */
  #shown: RunRecord | undefined;
  #here: RunRecord | undefined;
  #frames: readonly Snapshot[] = [];
  #whole: Promise<Whole | undefined> | undefined;

  constructor(
    private readonly experiment: Experiment,
    private readonly files: RecordingFiles | undefined,
  ) {}

  get exists(): boolean {
    return this.files !== undefined;
  }

  /** The whole of what is shown. */
  get shown(): RunRecord | undefined {
    return this.#shown;
  }

  /** The same as it was at the step that the reader has gone to. */
  get here(): RunRecord | undefined {
    return this.#here;
  }

  /** The steps whose pictures were kept. */
  get time(): TimelineData {
    const steps = this.#frames.map(({step}) => step);
    const {step: last = 0} = this.#shown ?? {};
    return {steps, position: this.#here?.step ?? last, last, isRecorded: true};
  }

  async fetchStart(): Promise<void> {
    if (this.files) this.start = (await this.#load(this.files.start))?.run;
  }

  /** The run with nothing kept back; undefined when there is none, or it cannot be read. */
  readonly run = async (): Promise<RunRecord | undefined> => (await this.#fetch())?.run;

  /** Shows the run at its end; says whether there is one. */
  async show(): Promise<boolean> {
    const whole = await this.#fetch();
    this.#frames = whole?.frames ?? [];
    this.#shown = whole && this.#asMayBeSeen(whole.run);
    this.#here = this.#shown;
    return whole !== undefined;
  }

  hide(): void {
    this.#shown = this.#here = undefined;
  }

  /** Goes to the last picture at or before `step`. */
  seek(step: number): void {
    const frame = this.#frames.findLast((each) => each.step <= step);
    if (this.#shown && frame) this.#here = runAt(this.#shown, frame.step, frame);
  }

  /** Shows what may be seen now. */
  async keepBackAgain(): Promise<void> {
    const {step} = this.#here ?? {};
    if (step === undefined) return;
    await this.show();
    this.seek(step);
  }

  #asMayBeSeen(run: RunRecord): RunRecord {
    return withoutKeptBack(this.experiment.id, run);
  }

  #fetch(): Promise<Whole | undefined> {
    this.#whole ??= this.files ? this.#load(this.files.whole) : Promise.resolve(undefined);
    return this.#whole;
  }

  async #load({href}: {readonly href: string}): Promise<Whole | undefined> {
    const read = await loadRecording(href);
    return read && {run: recordedRun(read, this.experiment), frames: read.snapshots};
  }
}
