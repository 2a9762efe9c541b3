import type {Driver} from "../driver.js";
import type {ReaderFunction} from "../driving/reader-function.js";
import type {Threads} from "../kernels/index.js";
import type {FileSource, Request, StartOptions, WorkerEvent} from "./protocol.js";
import type {Runnable} from "./setup.js";

/** The worker's end of the conversation: a worker's global scope or one end of a MessageChannel. */
export interface Port {
  postMessage(event: WorkerEvent, transfer: ArrayBuffer[]): void;
  onmessage: ((event: {readonly data: Request}) => void) | null;
}

/** Everything that a worker has and lib has not: a clock, timers, the network and what can be run. */
export interface Host {
  /** A clock in ms. */
  now(): number;
  /** Runs `task` after `ms`. 0 means: as soon as the messages that are waiting have been delivered. */
  schedule(task: () => void, ms: number): void;
  /** Both sides of the experiment called `id`. Rejects with a RangeError that lists the known ones. */
  find(id: string): Promise<Runnable>;
  /** The verified bytes of a file; `onbytes` hears how many more have come. Throws a `FileProblem`. */
  loadFile(source: FileSource, name: string, onbytes: (count: number) => void): Promise<Uint8Array>;
  /** Loads a reader's function in the sandbox at `place`. Rejects with a `DrivenFault`. */
  drive(driver: Driver, place: unknown): Promise<ReaderFunction>;
  /** Registers the kernels that the back end in use lacks. */
  installKernels(): void | Promise<void>;
  /** The same binaries of the wasm back end with a memory that threads may share; where they may not, as they are. */
  shareMemory?(wasmPaths: StartOptions["wasmPaths"]): Promise<StartOptions["wasmPaths"]>;
  /** Threads for the kernels of the back end in use: `asked` with the run's own, or as many as this machine has to spare; undefined for none. */
  startThreads?(asked: number | undefined): Promise<Threads | undefined>;
  /** Calls `listener` with every error that nothing else has caught. */
  watchErrors(listener: (error: unknown) => void): void;
}
