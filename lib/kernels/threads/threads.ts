import type {ThreadStart} from "./thread-program.js";

/** A worker, of a page or of Node. */
export interface ThreadWorker {
  postMessage(start: ThreadStart): void;
  terminate(): unknown;
}

/** Threads beside the caller's. */
export interface Threads {
  /** All that there are, ready or not. */
  readonly size: number;
  /** Those that can be given work now. They come one by one, soon after the start. */
  readonly ready: number;
  /** How many of them may be used. */
  limit: number;
  /** Ends them all. */
  stop(): void;
}
