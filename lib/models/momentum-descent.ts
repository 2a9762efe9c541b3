/**
 * Gradient descent with momentum over all weights of a network in one kernel (lib/kernels/optimisers/momentum.ts; Sutskever et al., 2013):
 *
 *   a <- momentum a + g        w <- w - rate a
 */
import type {NamedArrays} from "../array.js";
import {momentumRule} from "../kernels/optimisers/momentum.js";
import {update} from "../kernels/optimisers/update.js";
import * as tf from "../tf.js";
import {checkArrays, type NamedShapes} from "./model-state.js";
import type {Optimiser} from "./optimiser.js";

export class MomentumDescent implements Optimiser {
  learningRate: number;
  readonly weights: readonly tf.Variable[];
  readonly #momentum: number;
  readonly #starts: readonly number[];
  /** a of all weights, [1, P]. */
  readonly #slots: tf.Variable<tf.Rank.R2>;
  #steps = 0;

  constructor(
    weights: readonly tf.Variable[],
    {learningRate, momentum}: {readonly learningRate: number; readonly momentum: number},
  ) {
    let length = 0;
    this.#starts = weights.map(({size}) => {
      length += size;
      return length - size;
    });
    this.learningRate = learningRate;
    this.weights = weights;
    this.#momentum = momentum;
    this.#slots = tf.tidy(() => tf.variable(tf.zeros<tf.Rank.R2>([1, length]), false));
  }

  get steps(): number {
    return this.#steps;
  }

  apply(gradients: readonly tf.Tensor[]): void {
    this.#steps += 1;
    const updates = this.weights.map((weights, i) => ({
      ...{weights, gradient: gradients[i]!},
      start: this.#starts[i]!,
    }));
    update(momentumRule, updates, this.#slots, [this.#momentum, -this.learningRate]);
  }

  /** The slots as `<prefix>/a` [P] and `<prefix>/steps` [1]. Copies. */
  async state(prefix: string): Promise<NamedArrays> {
    const data = (await this.#slots.data<"float32">()).slice();
    return {
      [`${prefix}/a`]: {data, shape: [data.length]},
      [`${prefix}/steps`]: {data: Uint32Array.of(this.#steps), shape: [1]},
    };
  }

  shapes(prefix: string): NamedShapes {
    return {[`${prefix}/a`]: [this.#slots.shape[1]], [`${prefix}/steps`]: [1]};
  }

  restore(prefix: string, state: NamedArrays): void {
    checkArrays(state, this.shapes(prefix));
    const {data} = state[`${prefix}/a`]!;
    tf.tidy(() =>
      this.#slots.assign(tf.tensor2d(data as Float32Array, [1, data.length], "float32")),
    );
    this.#steps = state[`${prefix}/steps`]!.data[0]!;
  }

  dispose(): void {
    this.#slots.dispose();
  }
}
