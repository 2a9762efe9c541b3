import type {WorkerEvent} from "../../lib/training/protocol.js";
import {RefusedError} from "./worker-link.js";

/** So long nothing may be heard of a start: without its code or its files no worker comes up. */
export const patienceMs = 60_000;
const beatMs = 500;

/** `work`, or a problem for the reader where it has not settled after `ms`. */
export async function withPatience<T>(work: Promise<T>, what: string, ms = patienceMs): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(stalled(what, ms)), ms);
  });
  try {
    return await Promise.race([work, end]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * A worker that starts must be heard of, and get on with what it fetches: `over` rejects when it says nothing at all for a minute, or for
 * as long nothing but that it is alive. One that computes, or has all that it fetches, is waited for.
 */
export class StartWatch {
  readonly over: Promise<never>;
  #beats = 0;
  #end: (error: Error) => void = () => {};
  readonly #timer = setTimeout(() => this.#end(stalled("The engine")), patienceMs);

  constructor() {
    this.over = new Promise((_, reject) => {
      this.#end = reject;
    });
    this.over.catch(() => {});
  }

  hear({type}: Pick<WorkerEvent, "type">): void {
    this.stop();
    this.#beats = type === "alive" ? this.#beats + 1 : 0;
    if (this.#beats * beatMs > patienceMs) this.#end(stalled("A part of the engine"));
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}

function stalled(what: string, ms = patienceMs): RefusedError {
  return new RefusedError({
    code: "bad-file",
    message: `${what} has not come for ${ms / 1000} seconds: the connection is slow, or something on the way is stuck.`,
    advice: "Press Retry. What has been loaded before stays.",
  });
}
