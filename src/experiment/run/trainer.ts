import type {Driver} from "../../lib/driver.js";
import {trainingParams, workerParams} from "../../lib/param-groups.js";
import {isSameParams, type Params, type ParamValue} from "../../lib/params.js";
import type {CheckpointStore} from "../../lib/training/checkpoints.js";
import type {Experiment} from "../../lib/training/experiment.js";
import type {Checkpoint, Command, Problem, Result, Started} from "../../lib/training/protocol.js";
import {replay} from "../../lib/training/replay.js";
import {Engine, type EngineHost, type Recipe} from "./engine.js";
import {Recovery} from "./recovery.js";
import {RunBook} from "./run-book.js";
import {
  addMeasurement,
  type ComputedRun,
  computeOn,
  type Given,
  type RunRecord,
} from "./run-record.js";
import {RunState, type Status} from "./run-state.js";
import {type Notice, problemOf, RefusedError} from "./worker-link.js";

/**
 * A run as the reader drives it: what the buttons do. It holds no tensor. Losing the worker or the device costs at most
 * the steps since the last checkpoint: see recovery.ts. `Kinds` are the kinds of step that the experiment names.
 */
export class Trainer<Kinds extends string = string> extends RunState {
  memoryBytes = 0;
  /** Whether a run is measured before its first step too, for a reader who has guessed how it begins. */
  measuresStart = false;
  readonly experiment: Experiment;
  readonly #engine: Engine;
  readonly #book: RunBook;
  readonly #recovery: Recovery;
  #destination: number | undefined;
  /** Runs being repeated: one that is overtaken by another still has to notice. */
  #replays = 0;

  constructor(experiment: Experiment, params: Params, host: EngineHost) {
    super();
    this.experiment = experiment;
    this.#book = new RunBook(experiment, params);
    this.#engine = new Engine(experiment, host, {
      onevent: (event) => this.#receive(event),
      ondeath: (reason) => this.#recovery.handleDeath(reason),
    });
    this.#recovery = new Recovery(this, this.#engine, this.#book, () => this.train());
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
    return this.#destination ?? this.position;
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
    return this.#isUntouched && !this.#engine.isUp && this.run.snapshot === undefined;
  }

  get #isUntouched(): boolean {
    return this.status === "idle" && this.run.step === 0;
  }

  /** Has a worker draw the run before its first step. The status stays: nothing is trained. */
  async drawStart(): Promise<void> {
    if (!this.#isUntouched || this.#engine.isUp) return;
    const {run} = this;
    await this.#attempt(async () => {
      const notes = await this.#engine.start(() => this.#recipe());
      if (run !== this.run || !this.started) return;
      computeOn(run, this.started.backend);
      if (notes.length > 0) this.say(notes.join(" "));
    });
  }

  /** Lets go of a worker that has only drawn how the run begins. */
  rest(): void {
    if (this.status === "idle") this.#engine.stop();
  }

  async pause(): Promise<void> {
    if (this.status !== "running") return;
    await this.#attempt(() => this.#engine.request({type: "pause"}));
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
    await this.#attempt(async () => {
      await this.#ensureStarted();
      for (const command of replay({...run, steps: run.step})) {
        if (command.type === "set") await this.#change(command.name, command.value);
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
    if (group !== "training") return this.#showWith(name, value);
    if (!live || this.run.step === 0) return this.restart({...this.params, [name]: value});
    await this.#attempt(() => this.#change(name, value));
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
    await this.#attempt(() => this.#engine.setPace(msPerStep));
  }

  /** Goes to the last checkpoint at or before `step`, unless the reader asks for another before it is its turn. The run stays whole
   * until training branches from there. */
  async seek(step: number): Promise<void> {
    const checkpoint = this.checkpoints.nearest(step);
    if (!checkpoint) return;
    this.#destination = checkpoint.step;
    await this.#inTurn(async () => {
      if (this.#destination === checkpoint.step) await this.#goBack(checkpoint);
    });
    if (this.#destination === checkpoint.step) this.#destination = undefined;
    this.emit("run");
  }

  async #goBack(checkpoint: Checkpoint): Promise<void> {
    if (this.status === "running") await this.#engine.request({type: "pause"});
    await this.#ensureStarted();
    await this.#engine.request({type: "restore", checkpoint});
    this.#book.position = checkpoint.step;
    await this.#setLive(checkpoint);
    this.set("paused");
  }

  /** Any other command to the worker, which is started if need be. */
  async request<C extends Command>(command: C): Promise<Result<C["type"]>> {
    await this.load();
    return this.#engine.request(command);
  }

  /** The worker's facts; it is started if need be. Rejects with the problem where it can't be. */
  async load(): Promise<Started> {
    const problem = this.problem ?? (await this.#attempt(() => this.#ensureStarted()));
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
      await this.#ensureStarted();
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

  /** A live change: it holds from where the weights stand, and the run's recipe keeps it. */
  async #change(name: string, value: ParamValue): Promise<void> {
    this.#book.branchIfBehind();
    const {run} = this;
    const step = await this.#tell(name, value);
    if (run === this.run) run.changes.push({step, name, value});
  }

  /** Remembers the value. Where there are weights to draw from, the worker draws anew. */
  async #showWith(name: string, value: ParamValue): Promise<void> {
    const {run} = this;
    this.#book.showWith(name, value);
    this.emit("run");
    if (this.experiment.params[name]!.group === "view") return this.emit("view");
    const {isUp, isStarting} = this.#engine;
    const isDrawn = isUp || isStarting || run.snapshot !== undefined;
    const isWorking = isDrawn || this.status === "loading" || run.step > 0;
    if (this.status === "failed" || !isWorking) return;
    await this.#attempt(async () => {
      await (this.status === "idle" ? this.drawStart() : this.#ensureStarted());
      if (run === this.run) await this.#engine.request({type: "set", name, value});
    });
  }

  /** Gives the step after which `value` holds. A worker that is not up, or dies meanwhile, has a successor that takes it
   * from the run's recipe. */
  async #tell(name: string, value: ParamValue): Promise<number> {
    try {
      if (this.status === "loading") await this.#ensureStarted();
      if (this.#engine.isUp) return await this.#engine.request({type: "set", name, value});
    } catch (error) {
      if (problemOf(error).code !== "worker-died") throw error;
    }
    return this.position;
  }

  /** A checkpoint brings its own params back; changes made at its step after it was taken are made again. */
  async #setLive(checkpoint: Checkpoint): Promise<void> {
    for (const [name, value] of Object.entries(this.params))
      if (this.experiment.params[name]?.live && value !== checkpoint.params[name])
        await this.#engine.request({type: "set", name, value});
  }

  async #ensureStarted(): Promise<void> {
    if (this.#engine.isUp) return;
    this.set("loading");
    const notes = await this.#engine.start(() => this.#recipe());
    if (this.status !== "loading") return; // another caller waited for the same start
    if (this.started) computeOn(this.run, this.started.backend);
    if (notes.length > 0) this.say(notes.join(" "));
    this.set("paused");
  }

  #recipe(): Recipe {
    const {params, run, checkpoint} = this.#book;
    const known = workerParams(this.experiment.params, params);
    return {params: known, inputs: run.inputs, driver: run.driver, checkpoint};
  }

  async #inTurn(work: () => Promise<void>): Promise<void> {
    await this.#attempt(() => this.#engine.inTurn(work));
  }

  /** Does `work`; what goes wrong becomes the run's problem, for the reader. Resolves with it. */
  async #attempt(work: () => Promise<unknown>): Promise<Problem | undefined> {
    try {
      await work();
      return undefined;
    } catch (error) {
      const problem = problemOf(error);
      this.complain(problem);
      return problem;
    }
  }

  #receive(event: Notice): void {
    switch (event.type) {
      case "progress":
        this.#book.add(event.progress);
        this.emit("curves");
        this.memoryBytes = event.progress.memory.bytes;
        this.#recovery.watchMemory(this.memoryBytes);
        break;
      case "snapshot":
        this.#book.show(event.snapshot);
        this.emit("snapshot");
        this.#engine.request({type: "shown"}).catch(() => {});
        break;
      case "measurement":
        addMeasurement(this.run, event.measurement);
        this.emit("measurement");
        break;
      case "checkpoint":
        this.checkpoints.add(event.checkpoint);
        this.#recovery.noteCheckpoint(event.checkpoint.step);
        this.emit("run");
        break;
      case "status":
        this.isTraining = event.status === "running";
        this.set(event.status, event.why);
        break;
      case "alive":
      case "loaded":
        if (this.status === "loading") this.emit("loading");
        break;
      case "failed":
        this.#recovery.handleProblem(event.problem);
        break;
    }
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
