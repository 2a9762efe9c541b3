import type {NamedArrays} from "../lib/array.js";
import type {Experiment, StepKind} from "../lib/experiments/experiment.js";
import type {Params, ParamValue} from "../lib/params.js";
import {CheckpointStore} from "../lib/training/checkpoints.js";
import type {
  BackendName,
  Checkpoint,
  Command,
  FileSource,
  Problem,
  Result,
  Started,
  WorkerEvent,
} from "../lib/training/protocol.js";
import {replay} from "../lib/training/run-file.js";
import {
  addMeasurement,
  addProgress,
  branchRun,
  newRun,
  paramsNow,
  type RunRecord,
} from "./run-record.js";
import {RefusedError, WorkerLink, workerName} from "./worker-link.js";

export type Status = "idle" | "loading" | "running" | "paused" | "done" | "failed";

/** What the page gives the trainer; a test gives something else. */
export interface TrainerHost {
  createWorker(name: string): Worker;
  files(names: readonly string[]): Promise<Readonly<Record<string, FileSource>>>;
  /** Back ends to try, best first, chosen for this device and model. */
  backends(
    params: Params,
  ): Promise<{readonly names: readonly BackendName[]; readonly notes: readonly string[]}>;
  wasmPaths(): Readonly<Record<string, string>>;
}

/** What changed, so that a listener redraws only that. */
export type Changed = "status" | "curves" | "snapshot" | "measurement" | "run" | "notice";

const automaticRestarts = 3;
const memoryLimitBytes = 1.2e9;

/**
 * The page's side of a run: owns the worker, the checkpoints and the history of runs. It holds no tensor. Losing the
 * worker or the device costs at most the steps since the last checkpoint: the run is started again from there.
 */
export class Trainer {
  status: Status = "idle";
  run: RunRecord;
  /** Earlier runs, oldest first. */
  readonly history: RunRecord[] = [];
  checkpoints = new CheckpointStore();
  started: Started | undefined;
  problem: Problem | undefined;
  notice = "";
  /** Why the status is what it is, in a few words for the reader. */
  why = "";
  memoryBytes = 0;
  /** Where the weights stand; earlier than `run.step` after a seek. */
  position = 0;

  readonly experiment: Experiment;
  readonly #host: TrainerHost;
  readonly #listeners = new Set<(changed: Changed) => void>();
  #link: WorkerLink | undefined;
  #starting: Promise<void> | undefined;
  #turn: Promise<void> = Promise.resolve();
  /** Counts workers, so that a start that was overtaken stops. */
  #generation = 0;
  #restarts = 0;
  #restartStep = 0;
  #pace = 0;
  #dropped: BackendName[] = [];

  constructor(experiment: Experiment, params: Params, host: TrainerHost) {
    this.experiment = experiment;
    this.#host = host;
    this.run = newRun(experiment, 1, params);
  }

  /** The params in force where the weights stand. */
  get params(): Params {
    return paramsNow(this.run, this.position);
  }

  /** Calls `listener` after each change; returns how to stop that. */
  subscribe(listener: (changed: Changed) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Trains until paused, done or failed. From an earlier checkpoint it branches: the old run goes to the history. */
  async train(): Promise<void> {
    if (this.status === "running" || this.status === "loading") return;
    if (this.status === "failed") this.#leaveFailure();
    await this.#inTurn(async () => {
      this.#branchIfBehind();
      await this.#ensureStarted();
      await this.#send({type: "train"});
    });
  }

  async pause(): Promise<void> {
    if (this.#link && this.status === "running")
      await this.#attempt(() => this.#send({type: "pause"}));
  }

  async step(kind: StepKind): Promise<void> {
    if (this.status === "failed") this.#leaveFailure();
    await this.#inTurn(async () => {
      this.#branchIfBehind();
      await this.#ensureStarted();
      await this.#takeSteps(kind, 1);
    });
  }

  /** Repeats a run from its recipe: same params, same changes at the same steps. On wasm it ends in the same bits. */
  async replay(run: RunRecord): Promise<void> {
    await this.restart(run.params, run.inputs);
    this.history.push({...run, number: this.run.number});
    this.run = newRun(this.experiment, this.#nextNumber(), run.params, run.inputs);
    await this.#attempt(async () => {
      await this.#ensureStarted();
      for (const command of replay({...run, steps: run.step})) {
        if (command.type === "step") await this.#takeSteps(command.kind, command.count);
        else await this.setParam(command.name, command.value);
      }
    });
  }

  async #takeSteps(kind: StepKind, count: number): Promise<void> {
    const step = this.position;
    if (count > 1) this.#set("running");
    const taken = await this.#send({type: "step", kind, count});
    if (kind !== "both" && taken > 0) this.run.parts.push({step, kind, count: taken});
  }

  /** Puts the run so far in the history and prepares a new one; training goes on if it was going on. */
  async restart(params: Params, inputs: NamedArrays = this.run.inputs): Promise<void> {
    const wasRunning = this.status === "running" || this.status === "loading";
    this.#stopWorker();
    this.#archive();
    this.run = newRun(this.experiment, this.#nextNumber(), params, inputs);
    this.checkpoints = new CheckpointStore();
    this.position = 0;
    this.problem = undefined;
    this.notice = "";
    this.#set("idle");
    this.#emit("run");
    if (wasRunning) await this.train();
  }

  /** Changes one param: at once where it is live, by a new run where it is not. */
  async setParam(name: string, value: ParamValue): Promise<void> {
    const param = this.experiment.params[name]!;
    if (param.group === "training" && !(param.live && this.run.step > 0))
      return this.restart({...this.params, [name]: value});
    this.#branchIfBehind();
    let step = this.position;
    if (this.#link)
      await this.#attempt(async () => {
        step = await this.#send({type: "set", name, value});
      });
    this.run.changes.push({step, name, value});
    if (this.status === "done" && name === "maxSteps") this.#set("paused");
    this.#emit("run");
  }

  /** Data of the reader's own, for the next run. */
  setInputs(inputs: NamedArrays): Promise<void> {
    if (this.run.step > 0) return this.restart(this.params, inputs);
    this.#stopWorker();
    this.run = newRun(this.experiment, this.run.number, this.run.params, inputs);
    return Promise.resolve();
  }

  async setPace(msPerStep: number): Promise<void> {
    this.#pace = msPerStep;
    if (this.#link) await this.#attempt(() => this.#send({type: "pace", msPerStep}));
  }

  /** Goes to the last checkpoint at or before `step`. The run stays whole until training branches from there. */
  async seek(step: number): Promise<void> {
    const checkpoint = this.checkpoints.nearest(step);
    if (!checkpoint) return;
    await this.#inTurn(async () => {
      if (this.status === "running") await this.#send({type: "pause"});
      await this.#ensureStarted(checkpoint);
      await this.#send({type: "restore", checkpoint});
      this.position = checkpoint.step;
      await this.#setLive(checkpoint);
      this.problem = undefined;
      this.#set("paused");
    });
  }

  /** A question about the present weights. Starts the worker if need be. */
  async ask(question: string, inputs: NamedArrays): Promise<NamedArrays> {
    await this.#ensureStarted();
    return this.#send({type: "ask", question, inputs});
  }

  /** Any other command, after the worker is up. */
  async request<C extends Command>(command: C): Promise<Result<C["type"]>> {
    await this.#ensureStarted();
    return this.#send(command);
  }

  /** Starts from a checkpoint that was kept elsewhere, with the run it belongs to. */
  async resume(run: RunRecord, checkpoint: Checkpoint | undefined): Promise<void> {
    this.#stopWorker();
    this.#archive();
    this.run = run;
    this.checkpoints = new CheckpointStore();
    if (checkpoint) this.checkpoints.add(checkpoint);
    this.position = checkpoint?.step ?? 0;
    this.#set("paused");
    this.#emit("run");
  }

  dispose(): void {
    this.#stopWorker();
    this.#listeners.clear();
  }

  #send<C extends Command>(command: C): Promise<Result<C["type"]>> {
    if (!this.#link) return Promise.reject(new Error("no worker"));
    return this.#link.request(command);
  }

  /** Does `work` after what was asked before, unless the worker was replaced meanwhile: a Train pressed while a single
   * step is under way must not get lost. */
  #inTurn(work: () => Promise<unknown>): Promise<void> {
    const generation = this.#generation;
    this.#turn = this.#turn.then(() =>
      generation === this.#generation ? this.#attempt(work) : undefined,
    );
    return this.#turn;
  }

  /** Does `work`; what goes wrong becomes the run's problem, for the reader. */
  async #attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const problem = error instanceof RefusedError ? error.problem : unexpected(error);
      if (problem.code === "worker-died") return; // the link's death is handled where it is noticed
      this.#fail(problem);
    }
  }

  #ensureStarted(
    from: Checkpoint | undefined = this.checkpoints.nearest(this.position),
  ): Promise<void> {
    if (this.#link && !this.#starting) return Promise.resolve();
    this.#starting ??= this.#start(from).finally(() => {
      this.#starting = undefined;
    });
    return this.#starting;
  }

  async #start(checkpoint: Checkpoint | undefined): Promise<void> {
    this.#set("loading");
    const generation = this.#generation;
    const {names, notes} = await this.#host.backends(this.run.params);
    const files = await this.#host.files(this.experiment.files(this.run.params));
    if (generation !== this.#generation) throw new RefusedError(stopped);
    const link = this.#openLink();
    try {
      this.started = await link.request({
        type: "start",
        options: {
          experiment: this.experiment.id,
          params: this.params,
          files,
          backends: names.filter((name) => !this.#dropped.includes(name)),
          measure: false,
          wasmPaths: this.#host.wasmPaths(),
          inputs: this.run.inputs,
          ...(checkpoint && {checkpoint}),
        },
      });
      if (checkpoint) await this.#setLive(checkpoint);
      if (this.#pace > 0) await link.request({type: "pace", msPerStep: this.#pace});
    } catch (error) {
      if (this.#link === link) this.#stopWorker();
      throw error;
    }
    this.run.backend = this.started.backend;
    const all = [...notes, ...this.started.notes];
    if (all.length > 0) this.#say(all.join(" "));
    this.#set("paused");
  }

  /** A checkpoint brings its own params back; changes made at its step after it was taken are made again. */
  async #setLive(checkpoint: Checkpoint): Promise<void> {
    for (const [name, value] of Object.entries(this.params))
      if (this.experiment.params[name]?.live && value !== checkpoint.params[name])
        await this.#send({type: "set", name, value});
  }

  #openLink(): WorkerLink {
    const name = workerName(this.experiment.id);
    this.#link = new WorkerLink(this.#host.createWorker(name), name, {
      onevent: (event) => this.#receive(event),
      ondeath: (reason) => void this.#recover(reason),
    });
    return this.#link;
  }

  #receive(event: WorkerEvent): void {
    switch (event.type) {
      case "progress":
        addProgress(this.run, event.progress);
        this.position = this.run.step;
        this.#emit("curves");
        this.#watchMemory(event.progress.memory.bytes);
        break;
      case "snapshot":
        this.run.snapshot = event.snapshot;
        this.#emit("snapshot");
        this.#link?.request({type: "shown"}).catch(() => {});
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
        this.#set(event.status, event.why);
        break;
      case "failed":
        if (event.problem.code === "device-lost") void this.#recover(event.problem.message, true);
        else if (event.problem.code === "out-of-memory") void this.#recover(event.problem.message);
        else this.#fail(event.problem);
        break;
    }
  }

  /** A new worker goes on from the last checkpoint. The back end of a lost device is given one more chance. */
  async #recover(reason: string, deviceLost = false): Promise<void> {
    const goOn = this.status === "running" || this.status === "loading";
    this.#stopWorker();
    const checkpoint = this.checkpoints.last();
    this.#restarts += 1;
    if (this.#restarts > automaticRestarts) {
      this.#restarts = 0;
      return this.#fail({
        code: "worker-died",
        message: `Training stopped ${automaticRestarts + 1} times without getting further; the last time: ${reason}`,
        advice:
          "Press Train to try again from the last checkpoint, or choose a smaller batch or width.",
      });
    }
    const backend = this.started?.backend;
    if (deviceLost && this.#restarts > 1 && (backend === "webgpu" || backend === "webgl"))
      this.#dropped.push(backend);
    const lostStep = this.run.step;
    this.#rewindTo(checkpoint);
    const from = checkpoint ? `the checkpoint at step ${checkpoint.step}` : "the start";
    this.#set("paused");
    this.#say(`At step ${lostStep} training was interrupted: ${reason} It went on from ${from}.`);
    if (goOn) await this.train();
  }

  /** After a failure the weights are worthless: the next steps start in a fresh worker at the last checkpoint. */
  #leaveFailure(): void {
    this.#stopWorker();
    this.position = this.checkpoints.last()?.step ?? 0;
    this.problem = undefined;
  }

  #rewindTo(checkpoint: Checkpoint | undefined): void {
    const step = checkpoint?.step ?? 0;
    for (const list of Object.values(this.run.curves)) list.truncate(step);
    this.run.measurements = this.run.measurements.filter((m) => m.step <= step);
    this.run.step = step;
    this.position = step;
    this.#restartStep = step;
  }

  /** A planned restart: memory that grew beyond reason is given back by a fresh worker. */
  #watchMemory(bytes: number): void {
    this.memoryBytes = bytes;
    if (bytes < memoryLimitBytes || this.status !== "running") return;
    const megabytes = Math.round(bytes / 1e6);
    void this.#recover(`memory had grown to ${megabytes} MB, so a fresh process took over.`);
  }

  /** Training from an earlier checkpoint makes a new run; the old one is kept. */
  #branchIfBehind(): void {
    if (this.position >= this.run.step) return;
    const old = this.run;
    this.#archive();
    this.run = branchRun(old, this.#nextNumber(), this.position);
    this.checkpoints = this.checkpoints.upTo(this.position);
    this.#emit("run");
  }

  #archive(): void {
    if (this.run.step > 0 && !this.history.includes(this.run)) this.history.push(this.run);
  }

  #nextNumber(): number {
    return Math.max(0, ...this.history.map(({number}) => number)) + 1;
  }

  #stopWorker(): void {
    this.#generation += 1;
    this.#link?.terminate();
    this.#link = undefined;
    this.#starting = undefined;
  }

  #fail(problem: Problem): void {
    this.problem = problem;
    this.#set("failed");
  }

  #set(status: Status, why = ""): void {
    this.status = status;
    if (status === "running") this.problem = undefined;
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

const stopped: Problem = {code: "worker-died", message: "The start was overtaken.", advice: ""};

function unexpected(error: unknown): Problem {
  return {
    code: "internal",
    message: `Training could not go on: ${(error as Error).message}`,
    advice: "Press Retry. If it stays so, reload the page.",
  };
}
