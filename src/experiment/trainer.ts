import type {NamedArrays} from "../lib/array.js";
import type {Experiment, StepKind} from "../lib/experiments/experiment.js";
import type {Params, ParamValue} from "../lib/params.js";
import type {CheckpointStore} from "../lib/training/checkpoints.js";
import type {Checkpoint, Command, Problem, Result, Started} from "../lib/training/protocol.js";
import {replay} from "../lib/training/run-file.js";
import {Engine, type EngineHost} from "./engine.js";
import {RunBook} from "./run-book.js";
import {addMeasurement, type RunRecord} from "./run-record.js";
import {type Notice, RefusedError} from "./worker-link.js";

export type Status = "idle" | "loading" | "running" | "paused" | "done" | "failed";

/** What changed, so that a listener redraws only that. */
export type Changed = "status" | "curves" | "snapshot" | "measurement" | "run" | "notice";

const automaticRestarts = 3;
const memoryLimitBytes = 1.2e9;

/**
 * A run as the reader drives it: what the buttons do, and what happens when something breaks. It holds no tensor. Losing
 * the worker or the device costs at most the steps since the last checkpoint: the run is started again from there.
 */
export class Trainer {
  status: Status = "idle";
  /** Why the status is what it is, in a few words for the reader. */
  why = "";
  problem: Problem | undefined;
  notice = "";
  memoryBytes = 0;
  /** Whether training is to go on until it is paused or done, also through a restart: not so while single steps are
   * taken or a run is repeated. */
  goesOn = false;
  readonly experiment: Experiment;
  readonly #engine: Engine;
  readonly #book: RunBook;
  readonly #listeners = new Set<(changed: Changed) => void>();
  #restarts = 0;
  #restartStep = 0;

  constructor(experiment: Experiment, params: Params, host: EngineHost) {
    this.experiment = experiment;
    this.#book = new RunBook(experiment, params);
    this.#engine = new Engine(experiment, host, {
      onevent: (event) => this.#receive(event),
      ondeath: (reason) => this.#mourn(reason),
    });
  }

  get run(): RunRecord {
    return this.#book.run;
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

  /** The params in force where the weights stand. */
  get params(): Params {
    return this.#book.params;
  }

  get started(): Started | undefined {
    return this.#engine.started;
  }

  /** Calls `listener` after each change; returns how to stop that. */
  subscribe(listener: (changed: Changed) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Trains until paused, done or failed. From an earlier checkpoint it branches: the old run goes to the history. */
  async train(): Promise<void> {
    if (this.goesOn) return;
    this.goesOn = true;
    await this.#proceed(async () => {
      await this.#engine.request({type: "train"});
    });
  }

  step(kind: StepKind): Promise<void> {
    return this.#proceed(async () => {
      await this.#takeSteps(kind, 1);
    });
  }

  async pause(): Promise<void> {
    if (this.status !== "running") return;
    await this.#attempt(() => this.#engine.request({type: "pause"}));
  }

  /** Puts the run so far in the history and prepares a new one; training goes on if it was going on. */
  async restart(params: Params, inputs: NamedArrays = this.run.inputs): Promise<void> {
    const goesOn = this.goesOn;
    this.#replace(() => this.#book.begin(params, inputs), "idle");
    if (goesOn) await this.train();
  }

  /** Repeats a run from its recipe: same params, same changes at the same steps. On wasm it ends in the same bits.
   * Resolves with whether it came to the end: the reader may pause it, or go elsewhere. */
  async replay(run: RunRecord): Promise<boolean> {
    this.#replace(() => this.#book.beginAfter(run), "idle");
    let isWhole = false;
    await this.#attempt(async () => {
      await this.#ensureStarted();
      for (const command of replay({...run, steps: run.step})) {
        if (command.type === "set") await this.#change(command.name, command.value);
        else if ((await this.#takeSteps(command.kind, command.count)) < command.count) return;
      }
      isWhole = true;
    });
    return isWhole;
  }

  /** Goes on with a run that was kept elsewhere, from its checkpoint. */
  resume(run: RunRecord, checkpoint: Checkpoint): void {
    this.#replace(() => this.#book.resume(run, checkpoint), "paused");
  }

  /** Changes one param: at once where it is live, by a new run where it is not. */
  async setParam(name: string, value: ParamValue): Promise<void> {
    const param = this.experiment.params[name]!;
    if (param.group === "training" && !(param.live && this.run.step > 0))
      return this.restart({...this.params, [name]: value});
    await this.#attempt(() => this.#change(name, value));
    this.#emit("run");
  }

  async setPace(msPerStep: number): Promise<void> {
    await this.#attempt(() => this.#engine.setPace(msPerStep));
  }

  /** Goes to the last checkpoint at or before `step`. The run stays whole until training branches from there. */
  async seek(step: number): Promise<void> {
    const checkpoint = this.checkpoints.nearest(step);
    if (!checkpoint) return;
    await this.#inTurn(async () => {
      if (this.status === "running") await this.#engine.request({type: "pause"});
      await this.#ensureStarted();
      await this.#engine.request({type: "restore", checkpoint});
      this.#book.position = checkpoint.step;
      await this.#setLive(checkpoint);
      this.#set("paused");
      this.#emit("run");
    });
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
    this.#listeners.clear();
  }

  /** Does `work` on a worker that is up, where the weights stand. */
  #proceed(work: () => Promise<void>): Promise<void> {
    if (this.status === "failed") this.#leaveFailure();
    return this.#inTurn(async () => {
      if (this.#book.branchIfBehind()) this.#emit("run");
      await this.#ensureStarted();
      await work();
    });
  }

  async #takeSteps(kind: StepKind, count: number): Promise<number> {
    const step = this.position;
    if (count > 1) this.#set("running");
    const taken = await this.#engine.request({type: "step", kind, count});
    if (kind !== "both" && taken > 0) this.run.parts.push({step, kind, count: taken});
    return taken;
  }

  /** A live change: it holds from where the weights stand, and the run's recipe keeps it. */
  async #change(name: string, value: ParamValue): Promise<void> {
    this.#book.branchIfBehind();
    const {run} = this;
    const step = await this.#tell(name, value);
    if (run === this.run) run.changes.push({step, name, value});
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
    this.#set("loading");
    const notes = await this.#engine.start(() => {
      const {params, run, checkpoint} = this.#book;
      return {params, inputs: run.inputs, checkpoint};
    });
    if (this.status !== "loading") return; // another caller waited for the same start
    if (this.started) this.run.backend = this.started.backend;
    if (notes.length > 0) this.#say(notes.join(" "));
    this.#set("paused");
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
      this.#tellProblem(problem);
      return problem;
    }
  }

  #tellProblem(problem: Problem): void {
    if (problem.code === "wrong-state") {
      this.goesOn = this.status === "running"; // nothing has changed
      this.#say(`${sentence(problem.message)} ${problem.advice}`);
    } else if (problem.code !== "worker-died") this.#fail(problem); // a death is handled where it is noticed
  }

  #receive(event: Notice): void {
    switch (event.type) {
      case "progress":
        this.#book.add(event.progress);
        this.#emit("curves");
        this.#watchMemory(event.progress.memory.bytes);
        break;
      case "snapshot":
        this.run.snapshot = event.snapshot;
        this.#emit("snapshot");
        this.#engine.request({type: "shown"}).catch(() => {});
        break;
      case "measurement":
        addMeasurement(this.run, event.measurement);
        this.#emit("measurement");
        break;
      case "checkpoint":
        this.checkpoints.add(event.checkpoint);
        if (event.checkpoint.step > this.#restartStep) this.#restarts = 0;
        this.#emit("run");
        break;
      case "status":
        this.goesOn = event.status === "running";
        this.#set(event.status, event.why);
        break;
      case "failed":
        this.#meet(event.problem);
        break;
    }
  }

  #meet(problem: Problem): void {
    if (problem.code === "device-lost") void this.#recover(problem.message, true);
    else if (problem.code === "out-of-memory") void this.#recover(problem.message);
    else this.#fail(problem);
  }

  /** A run that has failed keeps its explanation: its worker is no longer needed. */
  #mourn(reason: string): void {
    if (this.status === "failed") this.#engine.stop();
    else void this.#recover(reason);
  }

  /** A new worker goes on from the last checkpoint. The back end of a lost device is given one more chance. */
  async #recover(reason: string, deviceLost = false): Promise<void> {
    const goesOn = this.goesOn;
    this.goesOn = false;
    this.#engine.stop();
    this.#restarts += 1;
    if (this.#restarts > automaticRestarts) return this.#giveUp(reason);
    if (deviceLost && this.#restarts > 1) this.#engine.dropBackend();
    const lostStep = this.run.step;
    const from = this.#book.rewind();
    this.#restartStep = from;
    this.#set("paused");
    const place = from > 0 ? `the checkpoint at step ${from}` : "the start";
    this.#say(
      `At step ${lostStep} training was interrupted: ${sentence(reason)} It went on from ${place}.`,
    );
    if (goesOn) await this.train();
  }

  #giveUp(reason: string): void {
    this.#restarts = 0;
    this.#fail({
      code: "worker-died",
      message: `Training stopped ${automaticRestarts + 1} times without getting further; the last time: ${sentence(reason)}`,
      advice:
        "Press Train to try again from the last checkpoint, or choose a smaller batch or width.",
    });
  }

  /** After a failure the weights are worthless: the next steps start in a fresh worker at the last checkpoint. */
  #leaveFailure(): void {
    this.#engine.stop();
    this.#book.position = this.checkpoints.last()?.step ?? 0;
    this.problem = undefined;
  }

  /** A planned restart: memory that grew beyond reason is given back by a fresh worker. */
  #watchMemory(bytes: number): void {
    this.memoryBytes = bytes;
    if (bytes < memoryLimitBytes || this.status !== "running") return;
    const megabytes = Math.round(bytes / 1e6);
    void this.#recover(`memory had grown to ${megabytes} MB, so a fresh process took over.`);
  }

  /** Another run takes the present one's place. */
  #replace(change: () => void, status: Status): void {
    this.#engine.stop();
    this.goesOn = false;
    change();
    this.problem = undefined;
    this.notice = "";
    this.#set(status);
    this.#emit("run");
  }

  #fail(problem: Problem): void {
    this.problem = problem;
    this.goesOn = false;
    this.#set("failed");
  }

  #set(status: Status, why = ""): void {
    if (status !== "failed") this.problem = undefined;
    this.status = status;
    this.why = why;
    this.#emit("status");
  }

  #say(text: string): void {
    this.notice = text;
    this.#emit("notice");
  }

  #emit(changed: Changed): void {
    for (const listener of this.#listeners) listener(changed);
  }
}

function problemOf(error: unknown): Problem {
  if (error instanceof RefusedError) return error.problem;
  return {
    code: "internal",
    message: `Training could not go on: ${(error as Error).message}`,
    advice: "Press Retry. If it stays so, reload the page.",
  };
}

/** `text` with one full stop. */
function sentence(text: string): string {
  return `${text.replace(/\.$/, "")}.`;
}
