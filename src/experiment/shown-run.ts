import {withoutKeptBack} from "./questions/kept-back.js";
import {loadRecording, recordedRun} from "./run/recorded.js";
import type {RunRecord} from "./run/run-record.js";
import type {Trainer} from "./run/trainer.js";
import type {ExperimentView} from "./view.js";

/** What an experiment's figures show: the reader's run, or the recorded one until there is one. */
export class ShownRun {
  #recording: RunRecord | undefined;
  #drawn: RunRecord | undefined;
  #compared: readonly RunRecord[] = [];
  #loading: Promise<RunRecord | undefined> | undefined;

  constructor(
    private readonly trainer: Trainer,
    private readonly view: ExperimentView,
    private readonly recordingUrl: string | undefined,
  ) {}

  /** As it was where its weights stand. */
  get run(): RunRecord {
    const {run, here} = this.trainer;
    return run.step === 0 && this.#recording ? this.#recording : here;
  }

  /** Whether there is no run yet, of the reader's or recorded. */
  get isEmpty(): boolean {
    return this.run.step === 0 && this.trainer.run.step === 0;
  }

  /** The recorded run as it may be seen; undefined before it has been asked for. */
  get recording(): RunRecord | undefined {
    return this.#recording;
  }

  /** The recorded run with nothing kept back; undefined when there is none, or it cannot be read. */
  readonly recorded = (): Promise<RunRecord | undefined> => {
    this.#loading ??= this.#load();
    return this.#loading;
  };

  async #load(): Promise<RunRecord | undefined> {
    const read = this.recordingUrl && (await loadRecording(this.recordingUrl));
    return read ? recordedRun(read, this.trainer.experiment) : undefined;
  }

  /** Makes the recorded run what is shown until there is another, without what the reader is to guess first. */
  async takeRecording(): Promise<void> {
    const run = await this.recorded();
    if (run) this.#recording = withoutKeptBack(this.trainer.experiment.id, run);
  }

  draw(): void {
    this.#drawPicture(this.run !== this.#drawn);
    this.#drawSteps();
  }

  /** An untrained picture does not take the recorded one's place. Figures that need both, a picture and the steps that led to it,
   * have them of the same step. */
  drawSnapshot(): void {
    this.#drawPicture(this.run.origin === "live");
    if (this.trainer.status !== "running") this.#drawSteps();
  }

  #drawPicture(isNew: boolean): void {
    const {run} = this;
    this.#drawn = run;
    if (isNew && run.snapshot) this.view.drawSnapshot(run.snapshot, run);
  }

  /** Of a run that was gone back in the later steps are drawn faintly, like another run's. */
  #drawSteps(): void {
    const {run, trainer} = this;
    const isBehind = run === trainer.here && run.step < trainer.run.step;
    const compared = isBehind ? [...this.#compared, trainer.run] : this.#compared;
    this.view.drawRun(run, compared, isBehind ? run.step : undefined);
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
}
