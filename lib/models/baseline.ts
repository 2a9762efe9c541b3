/**
 * What return to expect before a stroke is chosen: the baseline that is taken off the return. It may depend on the state, never
 * on the stroke, and so leaves the gradient's mean as it is (Williams, 1992, section 3).
 *
 * - `none`: 0
 * - `mean`: the mean return from the t-th stroke on, over past batches
 * - `learned`: a line through the past returns from the t-th stroke on, a_t + b_t · error, by least squares: where much is
 *   missing, much can be earned
 *
 * Past batches count less by `decay` a batch. It learns only after it was asked, so it never knows the return that it is taken off.
 */
import type {NamedArrays} from "../array.js";
import {checkArrays} from "./model-state.js";

export type BaselineKind = "none" | "mean" | "learned";

/** Weight, and weighted sums of error, return, error², error · return, for each t. */
const momentCount = 5;
const decay = 0.9;

/** The number taken off each return. It learns from the returns that it is shown, the later the more. */
export class Baseline {
  readonly #kind: BaselineKind;
  readonly #strokes: number;
  #moments: Float64Array;

  constructor(kind: BaselineKind, strokes: number) {
    this.#kind = kind;
    this.#strokes = strokes;
    this.#moments = new Float64Array(strokes * momentCount);
  }

  /** Expected return from stroke `t` on, with `error` of the task still to do. 0 before it has seen any. */
  value(t: number, error: number): number {
    const [weight, e, g, ee, eg] = this.#momentsOf(t) as unknown as Moments;
    if (this.#kind === "none" || weight === 0) return 0;
    const mean = g / weight;
    if (this.#kind === "mean") return mean;
    const variance = ee / weight - (e / weight) ** 2;
    if (!(variance > leastVariance)) return mean;
    const slope = (eg / weight - (e / weight) * mean) / variance;
    return mean + slope * (error - e / weight);
  }

  /** Learns from a batch: `errors` and `returns` [B · T], stroke by stroke within an episode. */
  learn(errors: ArrayLike<number>, returns: ArrayLike<number>): void {
    this.#moments = this.#moments.map((moment) => decay * moment);
    for (let i = 0; i < errors.length; i++) {
      const moments = this.#momentsOf(i % this.#strokes);
      const [e, g] = [errors[i]!, returns[i]!];
      [1, e, g, e * e, e * g].forEach((value, k) => {
        moments[k]! += value;
      });
    }
  }

  #momentsOf(t: number): Float64Array {
    return this.#moments.subarray(t * momentCount, (t + 1) * momentCount);
  }

  /** Its sums as 32-bit halves of 64-bit numbers, so that a run goes on bit-equal. A copy. */
  state(): NamedArrays {
    const words = new Uint32Array(this.#moments.slice().buffer);
    return {baseline: {data: words, shape: [words.length]}};
  }

  shapes(): Readonly<Record<string, readonly number[]>> {
    return {baseline: [this.#moments.length * 2]};
  }

  restore(state: NamedArrays): void {
    checkArrays(state, this.shapes());
    this.#moments = new Float64Array(Uint32Array.from(state.baseline!.data).buffer);
  }
}

type Moments = readonly [
  weight: number,
  error: number,
  returned: number,
  errorSquared: number,
  product: number,
];

/** Errors that are all alike tell nothing: at the first stroke each is 1. */
const leastVariance = 1e-8;
