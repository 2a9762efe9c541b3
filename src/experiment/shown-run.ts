import type {TimelineData} from "../figures/time/timeline.js";
import {workerParams} from "../lib/param-groups.js";
import {isSameParams, type Params} from "../lib/params.js";
import {freeParams} from "../lib/questions/sheet-question.js";
import type {RecordedRun} from "./recording.js";
import type {RunRecord} from "./run/run-record.js";
import type {Trainer} from "./run/trainer.js";
import type {ExperimentView} from "./view.js";

/**
 * What an experiment's figures show: the reader's run; until there is a picture of that, how the recorded run began, if it is one of the
 * same settings; and the recorded run itself, for as long as the reader asks for it and does nothing with their own.
 */
export class ShownRun {
  #drawn: RunRecord | undefined;
  /** Whose picture the figures have. */
  #pictureOf: RunRecord | undefined;
  #compared: readonly RunRecord[] = [];
  #own: RunRecord;
  #status: string;

  constructor(
    private readonly trainer: Trainer,
    private readonly view: ExperimentView,
    readonly recording: RecordedRun,
  ) {
    this.#own = trainer.run;
    this.#status = trainer.status;
  }

  /** As it was where its weights stand. */
  get run(): RunRecord {
    const {recording, trainer} = this;
    return recording.here ?? (this.#begins ? recording.start! : trainer.here);
  }

  /** Whether there is no run yet, of the reader's or recorded. */
  get isEmpty(): boolean {
    return this.#whole.step === 0;
  }

  /** Whether the reader sees what they are making for the run to come. */
  get isReadersOwn(): boolean {
    return !this.recording.shown && this.view.drawsStart?.() === true;
  }

  /** Whether the picture is one of other settings, since that of the run to come is not there yet. */
  get isStale(): boolean {
    const {run} = this;
    if (!this.isEmpty || run.snapshot || this.isReadersOwn) return false;
    return this.#pictureOf !== undefined && this.#pictureOf !== run;
  }

  get time(): TimelineData {
    const {recording, trainer} = this;
    if (recording.shown) return recording.time;
    const {checkpoints, destination, run} = trainer;
    return {steps: checkpoints.steps, position: destination, last: run.step};
  }

  /** Goes back, or forth, in what is shown. */
  async seek(step: number): Promise<void> {
    const {recording, trainer} = this;
    if (!recording.shown) return trainer.seek(step);
    recording.seek(step);
    trainer.emit("view");
  }

  /** Goes back to the reader's run as soon as they do something with it. */
  follow(): void {
    const {run, status} = this.trainer;
    const isTrained = status !== this.#status && (status === "running" || status === "loading");
    if (run !== this.#own || isTrained) this.recording.hide();
    this.#own = run;
    this.#status = status;
  }

  draw(): void {
    this.#drawPicture(this.run !== this.#drawn);
    this.#drawSteps();
  }

  /** Figures that need both, a picture and the steps that led to it, have them of the same step. */
  drawSnapshot(): void {
    this.#drawPicture(this.run.origin === "live" || this.run !== this.#drawn);
    if (this.trainer.status !== "running") this.#drawSteps();
  }

  /** Draws all anew, because it is to be shown in another way. */
  drawAnew(): void {
    this.#drawn = undefined;
    this.draw();
  }

  /** Shows the curves of `runs` beside its own. */
  compareWith(runs: readonly RunRecord[]): void {
    this.#compared = runs;
    this.draw();
  }

  /** The run that is shown, to its end. */
  get #whole(): RunRecord {
    return this.recording.shown ?? this.trainer.run;
  }

  /** Whether it is shown how the recorded run began, because there is nothing of the reader's. */
  get #begins(): boolean {
    const {run} = this.trainer;
    const {start} = this.recording;
    const isBare = run.step === 0 && !run.snapshot && !run.driver;
    return isBare && start !== undefined && this.#isLike(start);
  }

  #drawPicture(isNew: boolean): void {
    const {run} = this;
    this.#drawn = run;
    if (!isNew || !run.snapshot) return;
    this.view.drawSnapshot(run.snapshot, run);
    this.#pictureOf = run;
  }

  /** Of a run that was gone back in the later steps are drawn faintly, like another run's. */
  #drawSteps(): void {
    const {run} = this;
    const whole = this.#whole;
    const isBehind = run.step < whole.step;
    const compared = isBehind ? [...this.#compared, whole] : this.#compared;
    this.view.drawRun(run, compared, isBehind ? run.step : undefined);
  }

  /** Whether a run of the reader's begins like `start`, but for its seed. */
  #isLike(start: RunRecord): boolean {
    return isSameParams(this.#decisive(start), this.#decisive(this.trainer.run));
  }

  #decisive({params}: RunRecord): Params {
    const {params: table} = this.trainer.experiment;
    const all = Object.entries(workerParams(table, params));
    return Object.fromEntries(all.filter(([name]) => !freeParams.includes(name)));
  }
}
