/**
 * Threads that compute parts of a kernel on the memory that they share with the caller, who takes the first part and then waits for the
 * others: by looking for a while, then asleep. A part is some of the outputs, whole, so the bits are the same for any number of threads. What a
 * thread has not begun by then, or cannot do, the caller does.
 */
import {type Allocator, Scratch} from "../wasm/scratch.js";
import {type Activation, Slot, slotMemory} from "./slot.js";
import {threadScript} from "./thread-program.js";
import type {Threads, ThreadWorker} from "./threads.js";

export interface PoolOptions {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly allocator: Allocator;
  /** Beside the caller's own. */
  readonly count: number;
  startWorker(script: string): ThreadWorker;
  /** A fifth of the time after which a thread that says nothing is given up. */
  readonly sleepMs?: number;
}

export class ThreadPool implements Threads {
  readonly #workers: ThreadWorker[];
  #slots: readonly Slot[];
  #isDead = false;
  limit: number;

  constructor({module, memory, allocator, count, startWorker, sleepMs = 1000}: PoolOptions) {
    const places = slotMemory(count);
    this.limit = count;
    this.#slots = Array.from(
      {length: count},
      (_, index) => new Slot(index, places, new Scratch(allocator), sleepMs),
    );
    this.#workers = this.#slots.map(() => startWorker(threadScript));
    for (const [index, {start}] of this.#slots.entries())
      this.#workers[index]!.postMessage({module, memory, ...start});
  }

  get ready(): number {
    return Math.min(this.limit, this.#slots.filter(({isReady}) => isReady).length);
  }

  get size(): number {
    return this.#slots.length;
  }

  /**
   * Calls function number `run` for each of `parts`, the first one by `own`, at most one more than threads are ready. Returns what the calls
   * returned.
   */
  compute(
    run: number,
    parts: readonly (readonly number[])[],
    activation: Activation,
    own: (values: readonly number[]) => unknown,
  ): unknown[] {
    const slots = this.#slots.filter(({isReady}) => isReady);
    const [first, ...others] = parts;
    for (const [i, values] of others.entries()) slots[i]!.post(run, values, activation);
    const results: unknown[] = [];
    try {
      results.push(own(first!));
    } finally {
      for (const [i, values] of others.entries()) {
        const end = this.#isDead ? "dead" : slots[i]!.finish();
        if (end === "dead") this.#giveUp();
        results.push(typeof end === "number" ? end : own(values));
      }
      if (this.#isDead) this.#slots = [];
    }
    return results;
  }

  /** Frees what they held as well. Not while a kernel runs. */
  stop(): void {
    for (const worker of this.#workers) worker.terminate();
    for (const slot of this.#slots) slot.free();
    this.#slots = [];
  }

  /** A thread that was ended from outside never comes back; none of the others is to write any more either. */
  #giveUp(): void {
    this.#isDead = true;
    for (const worker of this.#workers) worker.terminate();
  }
}
