/**
 * How many threads the kernels of a run get. Since its bits do not depend on it, the run's own steps are the measurement: each number has some
 * of them, in turn, and the fastest is kept.
 */
import type {Threads} from "../kernels/index.js";
import {median} from "../median.js";

const rounds = 7;

/** More threads than that much faster are not worth what they take from others. */
const leastGain = 0.95;

/** Steps after which one no longer waits for threads that don't come. */
const mostSteps = 200;

export class ThreadChoice {
  readonly #threads: Threads;
  readonly #times = new Map<number, number[]>();
  #steps = 0;
  #isMade = false;

  /** `asked` is the whole number of threads, if somebody has asked for one. */
  constructor(threads: Threads, asked?: number) {
    this.#threads = threads;
    if (asked !== undefined) this.#keep(Math.min(asked, threads.size + 1));
  }

  /** The threads at work, with the run's own; undefined while that is measured. */
  get count(): number | undefined {
    const {limit, size} = this.#threads;
    return this.#isMade ? Math.min(limit, size) + 1 : undefined;
  }

  /** To be called before each step. */
  beforeStep(): void {
    if (this.#isMade) return;
    this.#threads.limit = this.#turn - 1;
  }

  /** To be told how long the step took. */
  afterStep(ms: number): void {
    if (this.#isMade) return;
    this.#steps++;
    if (this.#threads.ready < this.#turn - 1) {
      if (this.#steps > mostSteps) this.#keep(1);
      return;
    }
    const times = this.#times.get(this.#turn) ?? [];
    this.#times.set(this.#turn, [...times, ms]);
    if (this.#taken === rounds * (this.#threads.size + 1)) this.#keep(this.#fastest());
  }

  /** Frees the threads. */
  stop(): void {
    this.#threads.stop();
  }

  /** 1, 2, … threads, and again from 1. */
  get #turn(): number {
    return (this.#taken % (this.#threads.size + 1)) + 1;
  }

  get #taken(): number {
    return [...this.#times.values()].reduce((sum, {length}) => sum + length, 0);
  }

  #fastest(): number {
    let best = 1;
    for (const [count, times] of this.#times)
      if (median(times) < leastGain * median(this.#times.get(best)!)) best = count;
    return best;
  }

  #keep(count: number): void {
    this.#isMade = true;
    this.#threads.limit = count - 1;
    if (count === 1) this.#threads.stop();
  }
}
