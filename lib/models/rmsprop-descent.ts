/**
 * RMSProp over all weights of a network in one kernel (lib/kernels/optimisers/rmsprop.ts; Hinton, Srivastava & Swersky, 2012, lecture 6e):
 *
 *   s <- d s + (1 - d) g²        w <- w - rate · g / sqrt(s + epsilon²)
 *
 * The kernel has room for a momentum, too. It is 0 here, so that what lies in its slot moves no weight, and no state has it.
 */
import type {NamedArrays} from "../array.js";
import {rmspropRule} from "../kernels/optimisers/rmsprop.js";
import {update} from "../kernels/optimisers/update.js";
import * as tf from "../tf.js";
import {checkArrays, type NamedShapes} from "./model-state.js";
import type {Optimiser} from "./optimiser.js";

const momentum = 0;
/** Keeps what is divided by away from 0. */
const epsilon = 1e-8;

export class RmsPropDescent implements Optimiser {
  learningRate: number;
  readonly weights: readonly tf.Variable[];
  readonly #decay: number;
  readonly #starts: readonly number[];
  /** s of all weights, and the momentum's slot, [2, P]. */
  readonly #slots: tf.Variable<tf.Rank.R2>;
  #steps = 0;

  constructor(
    weights: readonly tf.Variable[],
    {learningRate, decay}: {readonly learningRate: number; readonly decay: number},
  ) {
    let length = 0;
    this.#starts = weights.map(({size}) => {
      length += size;
      return length - size;
    });
    this.learningRate = learningRate;
    this.weights = weights;
    this.#decay = decay;
    this.#slots = tf.tidy(() => tf.variable(tf.zeros<tf.Rank.R2>([2, length]), false));
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
    const decay = this.#decay;
    const params = [decay, 1 - decay, momentum, this.learningRate, epsilon ** 2];
    update(rmspropRule, updates, this.#slots, params);
  }

  /** The mean squares as `<prefix>/s` [P], and `<prefix>/steps` [1]. Copies. */
  async state(prefix: string): Promise<NamedArrays> {
    const data = (await this.#slots.data<"float32">()).slice(0, this.#length);
    return {
      [`${prefix}/s`]: {data, shape: [data.length]},
      [`${prefix}/steps`]: {data: Uint32Array.of(this.#steps), shape: [1]},
    };
  }

  shapes(prefix: string): NamedShapes {
    return {[`${prefix}/s`]: [this.#length], [`${prefix}/steps`]: [1]};
  }

  restore(prefix: string, state: NamedArrays): void {
    checkArrays(state, this.shapes(prefix));
    const {data} = state[`${prefix}/s`]!;
    tf.tidy(() => {
      const squares = tf.tensor2d(data as Float32Array, [1, data.length], "float32");
      this.#slots.assign(tf.concat2d([squares, tf.zerosLike(squares)], 0));
    });
    this.#steps = state[`${prefix}/steps`]!.data[0]!;
  }

  get #length(): number {
    return this.#slots.shape[1];
  }

  dispose(): void {
    this.#slots.dispose();
  }
}
