import type {Experiment} from "../experiments/experiment.js";
import type {MakeSetup} from "../experiments/setup.js";
import type {FileSource, Request, WorkerEvent} from "./protocol.js";

/** The worker's end of the conversation: a worker's global scope or one end of a MessageChannel. */
export interface Port {
  postMessage(event: WorkerEvent, transfer: ArrayBuffer[]): void;
  onmessage: ((event: {readonly data: Request}) => void) | null;
}

/** What the worker has and lib has not: a clock, timers, the network and the list of what can be run. */
export interface Host {
  /** A clock in ms. */
  now(): number;
  /** Runs `task` after `ms`. 0 means: as soon as the messages that are waiting have been delivered. */
  schedule(task: () => void, ms: number): void;
  readonly experiments: Readonly<Record<string, Experiment>>;
  readonly setups: Readonly<Record<string, MakeSetup>>;
  /** The verified bytes of a file. Throws a `FileProblem`. */
  loadFile(source: FileSource, name: string): Promise<Uint8Array>;
  /** Registers the kernels that the back end in use lacks. */
  installKernels(): void | Promise<void>;
  /** Calls `listener` with every error that nothing else has caught. */
  watchErrors(listener: (error: unknown) => void): void;
}
