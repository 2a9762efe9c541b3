/**
 * Where one thread is told what to compute. Words: its state, which function, how many arguments, its scratch and how long that is, what it
 * wants more or is given, the most it needed, what the function returned. Numbers: the activation (3), then the arguments.
 */
import type {Scratch} from "../wasm/scratch.js";
import {states} from "./states.js";
import type {ThreadStart} from "./thread-program.js";

export type Activation = readonly [least: number, most: number, slope: number];

const wordsEach = 32; // a line of the cache, and one between two threads
const numbersEach = 64;

/** How often one looks at a state before it sleeps: half a millisecond. Three and ten times as long gained nothing. */
const looks = 100_000;

/** A look takes so many times as long with a pause, in which the other thread of a core has the core to itself. */
const looksOfPause = 10;

/** ES2026; a host may lack it. */
const {pause} = Atomics as {readonly pause?: () => void};

/** After so many sleeps without a sign the thread is no more. */
const mostSleeps = 5;

/** Room for `count` slots. */
export function slotMemory(count: number): Pick<ThreadStart, "words" | "numbers"> {
  return {
    words: new Int32Array(new SharedArrayBuffer(4 * wordsEach * count)),
    numbers: new Float64Array(new SharedArrayBuffer(8 * numbersEach * count)),
  };
}

export class Slot {
  /** For the thread. */
  readonly start: Omit<ThreadStart, "module" | "memory">;
  readonly #words: Int32Array;
  readonly #numbers: Float64Array;
  readonly #scratch: Scratch;
  readonly #sleepMs: number;
  #most = 0;

  /** `sleepMs`: how long one sleeps at most before one looks again whether a thread has done its part. */
  constructor(
    index: number,
    {words, numbers}: ReturnType<typeof slotMemory>,
    scratch: Scratch,
    sleepMs: number,
  ) {
    this.#sleepMs = sleepMs;
    const [word, number] = [index * wordsEach, index * numbersEach];
    this.start = {states, looks, looksOfPause, words, numbers, word, number};
    this.#words = words.subarray(word, word + wordsEach);
    this.#numbers = numbers.subarray(number, number + numbersEach);
    this.#scratch = scratch;
  }

  get isReady(): boolean {
    return Atomics.load(this.#words, 0) !== states.starting;
  }

  /** Has the thread call the function number `run`. */
  post(run: number, values: readonly number[], activation: Activation): void {
    this.#scratch.startKernel(this.#run);
    this.#words[1] = run;
    this.#words[2] = values.length;
    this.#numbers.set(activation);
    this.#numbers.set(values, activation.length);
    Atomics.store(this.#words, 0, states.posted);
    Atomics.notify(this.#words, 0);
  }

  /** Waits for what was posted: what the function returned, or why it must be called by somebody else. */
  finish(): number | "not done" | "dead" {
    for (let sleeps = 0; sleeps < mostSleeps; ) {
      const state = this.#awaitChange();
      if (state === states.posted && this.#takeBack()) return "not done";
      if (state === states.running) sleeps += this.#sleep();
      if (state === states.wants) this.#lend();
      if (state === states.done || state === states.failed) {
        this.#most = Math.max(this.#most, this.#words[6]!);
        this.#scratch.endKernel(this.#run);
        return state === states.done ? this.#words[7]! : "not done";
      }
    }
    return "dead";
  }

  /** The scratch may still be written to by a thread that was given up, so it is never freed then. */
  free(): void {
    this.#scratch.free();
  }

  readonly #run = {
    startKernel: (start: number, bytes: number) => {
      this.#words[3] = start;
      this.#words[4] = bytes;
    },
    takeMost: () => {
      const most = this.#most;
      this.#most = 0;
      return most;
    },
  };

  /** The state, when it is no longer that of a thread at work, or for how long one looks. */
  #awaitChange(): number {
    for (let i = 0; i < looks; i += pause ? looksOfPause : 1) {
      const state = Atomics.load(this.#words, 0);
      if (state !== states.running) return state;
      pause?.();
    }
    return states.running;
  }

  /** Whether the thread had not begun. */
  #takeBack(): boolean {
    const {posted, idle} = states;
    return Atomics.compareExchange(this.#words, 0, posted, idle) === posted;
  }

  #sleep(): number {
    return Atomics.wait(this.#words, 0, states.running, this.#sleepMs) === "timed-out" ? 1 : 0;
  }

  #lend(): void {
    try {
      this.#words[5] = this.#scratch.lend(this.#words[5]! >>> 0);
    } catch {
      this.#words[5] = 0; // the kernel is done again, where it can say that memory has ended
    }
    Atomics.store(this.#words, 0, states.running);
    Atomics.notify(this.#words, 0);
  }
}
