import type {Driver} from "../../lib/driver.js";
import {trainingParams} from "../../lib/param-groups.js";
import {isSameParams, type Params, type ParamValue} from "../../lib/params.js";
import type {CheckpointStore} from "../../lib/training/checkpoints.js";
import type {Experiment} from "../../lib/training/experiment.js";
import type {Checkpoint, Command, Result, Started} from "../../lib/training/protocol.js";
import {replay} from "../../lib/training/replay.js";
import {Engine, type EngineHost} from "./engine.js";
import {ParamChanges} from "./param-changes.js";
import {Recovery} from "./recovery.js";
import {RunBook} from "./run-book.js";
import {addMeasurement, type ComputedRun, type Given, type RunRecord} from "./run-record.js";
import {RunStart} from "./run-start.js";
import {RunState, type Status} from "./run-state.js";
import {Seeking} from "./seeking.js";
import {RefusedError} from "./worker-link.js";
import {takeIn} from "./worker-news.js";

/**
 * A run as the reader drives it: what the buttons do. It holds no tensor. Losing the worker or the device costs at most
 * the steps since the last checkpoint: see recovery.ts. `Kinds` are the kinds of step that the experiment names.
 */
export class Trainer<Kinds extends string = string> extends RunState {
  /** Whether a run is measured before its first step too, for a reader who has guessed how it begins. */
  measuresStart = false;
  readonly experiment: Experiment;
  readonly #engine: Engine;
  readonly #book: RunBook;
  readonly #start: RunStart;
  readonly #changes: ParamChanges;
  readonly #recovery: Recovery;
  readonly #seeking: Seeking;
  /** Runs being repeated: one that is overtaken by another still has to notice. */
  #replays = 0;

  constructor(experiment: Experiment, params: Params, host: EngineHost) {
    super();
    this.experiment = experiment;
    const book = new RunBook(experiment, params);
    const engine = new Engine(experiment, host, {
      onevent: (event) => takeIn(event, {state: this, engine, book, recovery}),
      ondeath: (reason) => recovery.handleDeath(reason),
    });
    const recovery = new Recovery(this, engine, book, () => this.train());
    const start = new RunStart(experiment, this, engine, book);
    const changes = new ParamChanges(experiment, this, engine, book, start);
    this.#seeking = new Seeking({state: this, engine, book, start, changes});
    this.#start = start;
    this.#changes = changes;
    this.#recovery = recovery;
    this.#engine = engine;
    this.#book = book;
  }

  get run(): ComputedRun {
    return this.#book.run;
  }

  /** The same as it was where the weights stand, which is what is shown: itself, but for after a seek. */
  get here(): RunRecord {
    return this.#book.here;
  }

  get history(): readonly RunRecord[] {
    return this.#book.history;
  }

  get checkpoints(): CheckpointStore {
    return this.#book.checkpoints;
  }

  /** Where the weights stand; earlier than `run.step` after a seek. */
  get position(): number {
    return this.#book.position;
  }

  /** Where the reader has asked to go, until the weights are there: what a slider shows. */
  get destination(): number {
    return this.#seeking.destination ?? this.position;
  }

  /** The params in force where the weights stand. */
  get params(): Params {
    return this.#book.params;
  }

  /** Whether the run goes on by itself as soon as its worker is up. */
  get isBound(): boolean {
    return this.isTraining || this.#replays > 0;
  }

  /** How much of how much has been fetched of the worker that is coming up, in bytes. */
  get progress(): {readonly loaded: number; readonly total: number} | undefined {
    return this.status === "loading" ? this.#engine.progress : undefined;
  }

  get started(): Started | undefined {
    return this.#engine.started;
  }

  /** Trains until paused, done or failed. From an earlier checkpoint it branches: the old run goes to the history. */
  async train(): Promise<void> {
    if (this.isTraining) return;
    this.isTraining = true;
    if (this.status === "loading") this.emit("loading"); // for something else so far
    await this.#proceed(async () => {
      await this.#engine.request({type: "train"});
    });
  }

  /** A whole step unless a kind is told. */
  step(kind?: Kinds): Promise<void> {
    return this.#proceed(async () => {
      await this.#takeSteps(1, kind);
    });
  }

  /** Whether there is no picture yet of how the run begins, and nothing that would bring one. */
  get lacksStart(): boolean {
    return this.#start.isLacking;
  }

  /** Has a worker draw the run before its first step. The status stays: nothing is trained. */
  drawStart(): Promise<void> {
    return this.#start.draw();
  }

  /** Lets go of a worker that has only drawn how the run begins. */
  rest(): void {
    this.#start.rest();
  }

  async pause(): Promise<void> {
    if (this.status !== "running") return;
    await this.attempt(() => this.#engine.request({type: "pause"}));
  }

  /** Moves the limit of a run that has come to its end, and trains on. The recipe keeps it, as it does any live change. */
  async goOn(steps: number): Promise<void> {
    await this.setParam("maxSteps", Number(this.params.maxSteps) + steps);
    await this.train();
  }

  /** The same with another seed, trained at once. */
  async trainAnew(seed: number): Promise<void> {
    await this.restart({...this.run.params, seed});
    await this.train();
  }

  /** Puts the run so far in the history and prepares a new one; training goes on if it was going on. */
  async restart(params: Params, given: Given = this.run): Promise<void> {
    const isTraining = this.isTraining;
    this.#replace(() => this.#book.begin(params, given), "idle");
    if (isTraining) await this.train();
  }

  /** A new run with the reader's function in the place of a part of the model, or with the model's own. */
  drive(driver: Driver | undefined): Promise<void> {
    return this.restart(this.#book.first, {inputs: this.run.inputs, driver});
  }

  /** The same once more from its beginning, before its first step. */
  reset(): Promise<void> {
    return this.restart(this.#book.first);
  }

  /** Repeats a run from its recipe: same params, same changes at the same steps. On wasm it ends in the same bits.
   * Resolves with whether it came to the end: the reader may pause it, or go elsewhere. */
  async replay(run: RunRecord): Promise<boolean> {
    this.#replace(() => this.#book.beginAfter(run), "idle");
    let isWhole = false;
    this.#replays += 1;
    await this.attempt(async () => {
      await this.#start.ensure();
      for (const command of replay({...run, steps: run.step})) {
        if (command.type === "set") await this.#changes.change(command.name, command.value);
        else if ((await this.#takeSteps(command.count, command.kind)) < command.count) return;
      }
      addMeasurement(this.run, await this.#engine.request({type: "measure"}));
      this.emit("measurement");
      isWhole = true;
    });
    this.#replays -= 1;
    return isWhole;
  }

  /** Goes on with a run that was kept on this device, from its checkpoint. */
  resume(run: ComputedRun, checkpoint: Checkpoint): void {
    this.#replace(() => this.#book.resume(run, checkpoint), "paused");
  }

  /** Changes one param: at once where it is live or touches no weight, by a new run where neither is so. */
  async setParam(name: string, value: ParamValue): Promise<void> {
    const {group, live} = this.experiment.params[name]!;
    if (group !== "training") return this.#changes.showWith(name, value);
    if (!live || this.run.step === 0) return this.restart({...this.params, [name]: value});
    await this.attempt(() => this.#changes.change(name, value));
    this.emit("run");
  }

  /** Goes over to `params`: by a new run where other weights would come of them. */
  async goTo(params: Params): Promise<void> {
    const {params: table} = this.experiment;
    if (!isSameParams(trainingParams(table, params), this.params)) return this.restart(params);
    for (const [name, value] of Object.entries(params))
      if (value !== this.params[name]) await this.setParam(name, value);
  }

  async setPace(msPerStep: number): Promise<void> {
    await this.attempt(() => this.#engine.setPace(msPerStep));
  }

  /** Goes to the last checkpoint at or before `step`, unless the reader asks for another before it is its turn. The run stays whole
   * until training branches from there. */
  seek(step: number): Promise<void> {
    return this.#seeking.to(step);
  }

  /** Any other command to the worker, which is started if need be. */
  async request<C extends Command>(command: C): Promise<Result<C["type"]>> {
    await this.load();
    return this.#engine.request(command);
  }

  /** The worker's facts; it is started if need be. Rejects with the problem where it can't be. */
  async load(): Promise<Started> {
    const problem = this.problem ?? (await this.attempt(() => this.#start.forAnswers()));
    if (problem) throw new RefusedError(problem);
    return this.started!;
  }

  dispose(): void {
    this.#engine.stop();
    this.unsubscribeAll();
  }

  /** Does `work` on a worker that is up, where the weights stand. */
  #proceed(work: () => Promise<void>): Promise<void> {
    if (this.status === "failed") this.#recovery.leaveFailure();
    return this.#inTurn(async () => {
      if (this.#book.branchIfBehind()) this.emit("run");
      await this.#start.ensure();
      await this.#measureStart();
      await work();
    });
  }

  async #measureStart(): Promise<void> {
    const {step, measurements} = this.run;
    if (!this.measuresStart || step > 0 || measurements.length > 0) return;
    addMeasurement(this.run, await this.#engine.request({type: "measure"}));
    this.emit("measurement");
  }

  async #takeSteps(count: number, kind: string | undefined): Promise<number> {
    const step = this.position;
    if (count > 1) this.set("running");
    const taken = await this.#engine.request({type: "step", kind, count});
    if (kind !== undefined && taken > 0) this.run.parts.push({step, kind, count: taken});
    return taken;
  }

  async #inTurn(work: () => Promise<void>): Promise<void> {
    await this.attempt(() => this.#engine.inTurn(work));
  }

  /** Another run takes the present one's place. */
  #replace(change: () => void, status: Status): void {
    this.#engine.stop();
    this.isTraining = false;
    change();
    this.problem = undefined;
    this.notice = "";
    this.set(status);
    this.emit("run");
  }
}
