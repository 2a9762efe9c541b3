import type {Command, Problem, Result, WorkerEvent} from "../../lib/training/protocol.js";

/** A command the worker refused, or a worker that is gone: carries the problem for the reader. */
export class RefusedError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
    this.name = "RefusedError";
  }
}

/** Whatever went wrong on the way to a worker, in words for the reader. */
export function problemOf(error: unknown): Problem {
  if (error instanceof RefusedError) return error.problem;
  return {
    code: "internal",
    message: `Training could not go on: ${(error as Error).message}`,
    advice: "Press Retry. If it stays so, reload the page.",
  };
}

/** A worker's message that nobody asked for. */
export type Notice = Exclude<WorkerEvent, {type: "reply"} | {type: "refused"}>;

interface Waiting {
  resolve(result: never): void;
  reject(error: Error): void;
}

export interface LinkHandlers {
  onevent(event: Notice): void;
  /** The worker died without being asked to; called at most once. */
  ondeath(reason: string): void;
}

/** A name that no other worker of this browser has. */
export function workerName(purpose: string): string {
  return `from-noise ${purpose} ${crypto.getRandomValues(new Uint32Array(4)).join("-")}`;
}

/**
 * One worker and its conversation: every request gets its reply, and death is noticed. A worker can die silently
 * (killed by the browser, or `close()`), so it holds a Web Lock in its own name for as long as it lives: the page gets
 * that lock the moment the worker is gone.
 */
export class WorkerLink {
  readonly #worker: Worker;
  readonly #name: string;
  readonly #handlers: LinkHandlers;
  readonly #waiting = new Map<number, Waiting>();
  readonly #lockAbort = new AbortController();
  #id = 0;
  #closed = false;
  #watched = false;

  constructor(worker: Worker, name: string, handlers: LinkHandlers) {
    this.#worker = worker;
    this.#name = name;
    this.#handlers = handlers;
    worker.onmessage = ({data}: MessageEvent<WorkerEvent>) => this.#receive(data);
    worker.onerror = (event) => this.#die(event.message || "its script could not be loaded");
    worker.onmessageerror = () => this.#die("a message could not be read");
  }

  /** Sends a command and waits for its reply. Buffers are copied, since the page keeps its checkpoints; `ports` go over. */
  request<C extends Command>(
    command: C,
    ports: readonly MessagePort[] = [],
  ): Promise<Result<C["type"]>> {
    if (this.#closed) return Promise.reject(new RefusedError(gone("it was stopped")));
    const id = ++this.#id;
    const reply = new Promise<Result<C["type"]>>((resolve, reject) =>
      this.#waiting.set(id, {resolve, reject}),
    );
    this.#worker.postMessage({...command, id}, [...ports]);
    return reply;
  }

  /** Ends the worker at once. Open requests are refused. */
  terminate(): void {
    this.#close("it was stopped");
  }

  #receive(event: WorkerEvent): void {
    if (this.#closed) return;
    this.#watch();
    if (event.type === "reply") this.#settle(event.id)?.resolve(event.result as never);
    else if (event.type === "refused")
      this.#settle(event.id)?.reject(new RefusedError(event.problem));
    else this.#handlers.onevent(event);
  }

  /** A worker that has spoken holds its lock, so from now on whoever else gets it knows that the worker is gone. */
  #watch(): void {
    if (this.#watched) return;
    this.#watched = true;
    const {signal} = this.#lockAbort;
    globalThis.navigator?.locks
      ?.request(this.#name, {signal}, () => this.#die("it stopped without a word"))
      .catch(() => {});
  }

  #settle(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }

  #die(reason: string): void {
    if (this.#closed) return;
    this.#close(reason);
    this.#handlers.ondeath(reason);
  }

  #close(reason: string): void {
    this.#closed = true;
    this.#lockAbort.abort();
    this.#worker.terminate();
    for (const {reject} of this.#waiting.values()) reject(new RefusedError(gone(reason)));
    this.#waiting.clear();
  }
}

function gone(reason: string): Problem {
  return {
    code: "worker-died",
    message: `The training process ended: ${reason}.`,
    advice: "Press Train to go on from the last checkpoint.",
  };
}
