import type {OpenCodePlace} from "../../exercise/open-code-place.js";
import type {NamedArrays} from "../../lib/array.js";
import type {Driver} from "../../lib/driver.js";
import type {Params} from "../../lib/params.js";
import type {Experiment} from "../../lib/training/experiment.js";
import type {
  BackendName,
  Checkpoint,
  Command,
  FileSource,
  Problem,
  Result,
  Started,
} from "../../lib/training/protocol.js";
import type {CodePlace} from "./code-place.js";
import {StartWatch, withPatience} from "./patience.js";
import {type CodeBytes, StartProgress} from "./start-progress.js";
import {
  type LinkHandlers,
  type Notice,
  RefusedError,
  WorkerLink,
  workerName,
} from "./worker-link.js";

/** Resources that the page gives the engine; a test gives others. */
export interface EngineHost {
  createWorker(name: string): Worker;
  files(names: readonly string[]): Promise<Readonly<Record<string, FileSource>>>;
  /** Back ends to try, best first, chosen for this device and model. */
  backends(
    params: Params,
  ): Promise<{readonly names: readonly BackendName[]; readonly notes: readonly string[]}>;
  wasmPaths(): Readonly<Record<string, string>>;
  /** How many threads are asked for, if a number is. */
  threads(): number | undefined;
  /** What the code of a start weighs, on its first back end. */
  codeBytes(backend: BackendName | undefined): CodeBytes;
  /** A new place for a reader's code. */
  codePlace(): Promise<OpenCodePlace>;
}

/** All that decides what a worker starts with. */
export interface Recipe {
  readonly params: Params;
  readonly inputs: NamedArrays;
  readonly checkpoint: Checkpoint | undefined;
  readonly driver: Driver | undefined;
}

/** The worker of one experiment: started when first needed, replaced as often as it must be, one at a time. */
export class Engine {
  /** Of the last worker that came up; stays when it is stopped. */
  started: Started | undefined;
  /** Of the worker that is coming up, or came up last. */
  progress: StartProgress | undefined;
  readonly #experiment: Experiment;
  readonly #host: EngineHost;
  readonly #handlers: LinkHandlers;
  #link: WorkerLink | undefined;
  /** Where the code of the recipe's driver runs, if it has one. */
  #code: OpenCodePlace | undefined;
  #starting: Promise<readonly string[]> | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  /** Counts workers, so that what was meant for an earlier one is dropped. */
  #generation = 0;
  #msPerStep = 0;
  readonly #dropped = new Set<BackendName>();

  constructor(experiment: Experiment, host: EngineHost, handlers: LinkHandlers) {
    this.#experiment = experiment;
    this.#host = host;
    this.#handlers = handlers;
  }

  get isUp(): boolean {
    return this.#link !== undefined && this.#starting === undefined;
  }

  /** Whether a worker is coming up: what it starts with may be under way to it already. */
  get isStarting(): boolean {
    return this.#starting !== undefined;
  }

  /** Starts a worker with `recipe` unless one is coming up. Resolves with what the reader should know of it. */
  start(recipe: () => Recipe): Promise<readonly string[]> {
    if (this.#starting) return this.#starting;
    const starting = this.#open(recipe).finally(() => {
      if (this.#starting === starting) this.#starting = undefined;
    });
    this.#starting = starting;
    return starting;
  }

  request<C extends Command>(command: C): Promise<Result<C["type"]>> {
    return this.#link?.request(command) ?? Promise.reject(new RefusedError(overtaken));
  }

  /** Does `work` after what was asked before, unless the worker was replaced meanwhile: a Train pressed while a single
   * step is under way must not get lost. */
  inTurn(work: () => Promise<void>): Promise<void> {
    const generation = this.#generation;
    const turn = this.#turn.then(() => (generation === this.#generation ? work() : undefined));
    this.#turn = turn.catch(() => {});
    return turn;
  }

  /** Least ms from one step to the next, for this worker and its successors. */
  async setPace(msPerStep: number): Promise<void> {
    this.#msPerStep = msPerStep;
    await this.#link?.request({type: "pace", msPerStep});
  }

  /** The back end in use is not tried again, if it is one that can lose its device; the others remain. */
  dropBackend(): void {
    const backend = this.started?.backend;
    if (backend === "webgpu" || backend === "webgl") this.#dropped.add(backend);
  }

  /** Ends the worker. What was asked before is dropped, and what is asked next does not wait for it. */
  stop(): void {
    this.#generation += 1;
    this.progress = undefined;
    this.#turn = Promise.resolve();
    this.#link?.terminate();
    this.#link = undefined;
    this.#code?.remove();
    this.#code = undefined;
    this.#starting = undefined;
  }

  async #codePlace({driver}: Recipe): Promise<OpenCodePlace | undefined> {
    return driver && withPatience(this.#host.codePlace(), "The engine for your code");
  }

  async #open(recipe: () => Recipe): Promise<readonly string[]> {
    const generation = this.#generation;
    const {params} = recipe();
    const {names, notes} = await withPatience(
      this.#host.backends(params),
      "The choice of a back end",
    );
    const wanted = this.#experiment.files(params);
    const files = await withPatience(this.#host.files(wanted), "The list of the data files");
    const code = await this.#codePlace(recipe());
    if (generation !== this.#generation) {
      code?.remove();
      throw new RefusedError(overtaken);
    }
    this.#code = code;
    const name = workerName(this.#experiment.id);
    const watch = new StartWatch();
    const progress = new StartProgress(this.#host.codeBytes(names[0]), files);
    this.progress = progress;
    const onevent = (event: Notice) => {
      progress.hear(event);
      if (progress.isWhole) watch.stop();
      else watch.hear(event);
      this.#handlers.onevent(event);
    };
    const link = new WorkerLink(this.#host.createWorker(name), name, {...this.#handlers, onevent});
    this.#link = link;
    try {
      const threads = this.#host.threads();
      const options = {
        experiment: this.#experiment.id,
        files,
        backends: names.filter((backend) => !this.#dropped.has(backend)),
        wasmPaths: this.#host.wasmPaths(),
        ...(threads !== undefined && {threads}),
        ...startOptions(recipe(), code?.place),
      };
      const ports = code ? Object.values(code.place) : [];
      const starting = link.request({type: "start", options}, ports);
      const started = await Promise.race([starting, watch.over]);
      if (this.#msPerStep > 0) await link.request({type: "pace", msPerStep: this.#msPerStep});
      this.started = started;
      return [...notes, ...started.notes];
    } catch (error) {
      if (this.#link === link) this.stop();
      throw error;
    } finally {
      watch.stop();
    }
  }
}

function startOptions({params, inputs, checkpoint, driver}: Recipe, place?: CodePlace) {
  return {params, inputs, ...(checkpoint && {checkpoint}), ...(driver && {driver, place})};
}

const overtaken: Problem = {
  code: "worker-died",
  message: "The start was overtaken by another.",
  advice: "Press Train.",
};
