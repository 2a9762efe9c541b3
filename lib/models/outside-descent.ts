/**
 * Descent by a step from outside, such as a reader's: w and a, what it remembers of each weight, become what that step makes of them and of
 * the slope g.
 *
 *   (w, a) <- step((w, a), g, rate, ...)
 *
 * The step takes time and a weight is moved at once, so it is asked first. Who moves the weights then hands in the gradient that was asked about.
 */
import type {NamedArrays} from "../array.js";
import type {OutsideStep, StepState} from "../driving/driven-step.js";
import type * as tf from "../tf.js";
import {flatNumbers, putNumbers} from "./flat-weights.js";
import {checkArrays, type NamedShapes} from "./model-state.js";
import type {Optimiser} from "./optimiser.js";

export class OutsideDescent implements Optimiser {
  learningRate = 0;
  readonly weights: readonly tf.Variable[];
  readonly #step: OutsideStep;
  /** Numbers that the step takes beside the rate. */
  readonly #rest: readonly number[];
  #memory: Float32Array;
  #next: StepState | undefined;
  #steps = 0;

  constructor(weights: readonly tf.Variable[], step: OutsideStep, ...rest: readonly number[]) {
    this.weights = weights;
    this.#step = step;
    this.#rest = rest;
    this.#memory = new Float32Array(weights.reduce((sum, {size}) => sum + size, 0));
  }

  get steps(): number {
    return this.#steps;
  }

  /** Asks where the weights go from here. Nothing is moved yet, and nothing where the step fails. */
  async ask(gradients: readonly tf.Tensor[], rate: number): Promise<void> {
    const [weights, slopes] = await Promise.all([
      flatNumbers(this.weights),
      flatNumbers(gradients),
    ]);
    const state = {weights, memory: this.#memory};
    this.#next = await this.#step(state, slopes, rate, ...this.#rest);
  }

  apply(): void {
    if (!this.#next) throw new Error("the step was not asked for");
    const {weights, memory} = this.#next;
    putNumbers(this.weights, weights);
    this.#memory = memory;
    this.#next = undefined;
    this.#steps += 1;
  }

  /** What it remembers as `<prefix>/a` [P], and `<prefix>/steps` [1]. Copies. */
  async state(prefix: string): Promise<NamedArrays> {
    return {
      [`${prefix}/a`]: {data: this.#memory.slice(), shape: [this.#memory.length]},
      [`${prefix}/steps`]: {data: Uint32Array.of(this.#steps), shape: [1]},
    };
  }

  shapes(prefix: string): NamedShapes {
    return {[`${prefix}/a`]: [this.#memory.length], [`${prefix}/steps`]: [1]};
  }

  restore(prefix: string, state: NamedArrays): void {
    checkArrays(state, this.shapes(prefix));
    this.#memory = Float32Array.from(state[`${prefix}/a`]!.data);
    this.#next = undefined;
    this.#steps = state[`${prefix}/steps`]!.data[0]!;
  }

  /** It owns no tensor. */
  dispose(): void {}
}
