import {workerParams} from "../../lib/param-groups.js";
import type {Experiment} from "../../lib/training/experiment.js";
import type {Engine, Recipe} from "./engine.js";
import type {RunBook} from "./run-book.js";
import {computeOn} from "./run-record.js";
import type {RunState} from "./run-state.js";

/** Brings up the worker of the present run: when it is first needed, and whenever another has to take its place. */
export class RunStart {
  readonly #experiment: Experiment;
  readonly #state: RunState;
  readonly #engine: Engine;
  readonly #book: RunBook;

  constructor(experiment: Experiment, state: RunState, engine: Engine, book: RunBook) {
    this.#experiment = experiment;
    this.#state = state;
    this.#engine = engine;
    this.#book = book;
  }

  /** Whether there is no picture yet of how the run begins, and nothing that would bring one. */
  get isLacking(): boolean {
    return this.#isUntouched && !this.#engine.isUp && this.#book.run.snapshot === undefined;
  }

  /** Has a worker draw the run before its first step. The status stays: nothing is trained. */
  async draw(): Promise<void> {
    if (this.#isUntouched) await this.#state.attempt(() => this.forAnswers());
  }

  /** Resolves when a worker is up that can be asked. Of a run that nobody has begun the status stays. */
  async forAnswers(): Promise<void> {
    if (!this.#isUntouched) return this.ensure();
    if (this.#engine.isUp) return;
    const {run} = this.#book;
    const notes = await this.#engine.start(() => this.#recipe());
    if (run === this.#book.run) this.#note(notes);
  }

  /** Lets go of a worker that has only drawn how the run begins. */
  rest(): void {
    if (this.#state.status === "idle") this.#engine.stop();
  }

  /** Resolves when a worker is up, where the weights stand, and ready for the next step. */
  async ensure(): Promise<void> {
    if (this.#engine.isUp) return;
    this.#state.set("loading");
    const notes = await this.#engine.start(() => this.#recipe());
    if (this.#state.status !== "loading") return; // another caller waited for the same start
    this.#note(notes);
    this.#state.set("paused");
  }

  get #isUntouched(): boolean {
    return this.#state.status === "idle" && this.#book.run.step === 0;
  }

  #note(notes: readonly string[]): void {
    const {started} = this.#engine;
    if (started) computeOn(this.#book.run, started.backend);
    if (notes.length > 0) this.#state.say(notes.join(" "));
  }

  #recipe(): Recipe {
    const {params, run, checkpoint} = this.#book;
    const known = workerParams(this.#experiment.params, params);
    return {params: known, inputs: run.inputs, driver: run.driver, checkpoint};
  }
}
