import type {ParamValue} from "../../lib/params.js";
import type {Experiment} from "../../lib/training/experiment.js";
import type {Checkpoint} from "../../lib/training/protocol.js";
import type {Engine} from "./engine.js";
import type {RunBook} from "./run-book.js";
import type {RunStart} from "./run-start.js";
import type {RunState} from "./run-state.js";
import {problemOf} from "./worker-link.js";

/** Changes of params that start no new run: those of training that are live, and what pictures are drawn or shown with. */
export class ParamChanges {
  readonly #experiment: Experiment;
  readonly #state: RunState;
  readonly #engine: Engine;
  readonly #book: RunBook;
  readonly #start: RunStart;

  constructor(
    experiment: Experiment,
    state: RunState,
    engine: Engine,
    book: RunBook,
    start: RunStart,
  ) {
    this.#experiment = experiment;
    this.#state = state;
    this.#engine = engine;
    this.#book = book;
    this.#start = start;
  }

  /** A live change: it holds from where the weights stand, and the run's recipe keeps it. */
  async change(name: string, value: ParamValue): Promise<void> {
    this.#book.branchIfBehind();
    const {run} = this.#book;
    const step = await this.#tell(name, value);
    if (run === this.#book.run) run.changes.push({step, name, value});
  }

  /** Remembers the value. Where there are weights to draw from, the worker draws anew. */
  async showWith(name: string, value: ParamValue): Promise<void> {
    const {run} = this.#book;
    this.#book.showWith(name, value);
    this.#state.emit("run");
    if (this.#experiment.params[name]!.group === "view") return this.#state.emit("view");
    if (!this.#isDrawn) return;
    await this.#state.attempt(async () => {
      await (this.#state.status === "idle" ? this.#start.draw() : this.#start.ensure());
      if (run === this.#book.run) await this.#engine.request({type: "set", name, value});
    });
  }

  /** A checkpoint brings its own params back; changes made at its step after it was taken are made again. */
  async makeAgain(checkpoint: Checkpoint): Promise<void> {
    for (const [name, value] of Object.entries(this.#book.params))
      if (this.#experiment.params[name]?.live && value !== checkpoint.params[name])
        await this.#engine.request({type: "set", name, value});
  }

  /** Whether there is a picture of the run, or one is on its way. */
  get #isDrawn(): boolean {
    const {status} = this.#state;
    const {isUp, isStarting} = this.#engine;
    const {snapshot, step} = this.#book.run;
    if (status === "failed") return false;
    return isUp || isStarting || snapshot !== undefined || status === "loading" || step > 0;
  }

  /** Gives the step after which `value` holds. A worker that is not up, or dies meanwhile, has a successor that takes it
   * from the run's recipe. */
  async #tell(name: string, value: ParamValue): Promise<number> {
    try {
      if (this.#state.status === "loading") await this.#start.ensure();
      if (this.#engine.isUp) return await this.#engine.request({type: "set", name, value});
    } catch (error) {
      if (problemOf(error).code !== "worker-died") throw error;
    }
    return this.#book.position;
  }
}
