/**
 * Adam (Kingma & Ba, 2015, algorithm 1) over all weights of a network in one kernel (lib/kernels/optimisers/adam.ts):
 *
 *   m <- b1 m + (1 - b1) g        v <- b2 v + (1 - b2) g²
 *   w <- w - rate · m / (1 - b1^t) / (sqrt(v / (1 - b2^t)) + epsilon)
 *
 * It is given its weights once and counts its own steps. All m, and all v, are one vector [P] each, so that a checkpoint holds
 * three arrays.
 */
import type {NamedArrays} from "../array.js";
import {adamParams, adamRule} from "../kernels/optimisers/adam.js";
import {update} from "../kernels/optimisers/update.js";
import * as tf from "../tf.js";
import {checkArrays, type NamedShapes} from "./model-state.js";
import type {Optimiser} from "./optimiser.js";

/** Defaults are those of the paper: 0.001, 0.9, 0.999 and 1e-8. */
export interface AdamOptions {
  readonly learningRate?: number;
  readonly beta1?: number;
  readonly beta2?: number;
  readonly epsilon?: number;
}

/** What moves the weights of one network by Adam. `dispose` frees its slots. */
export class Adam implements Optimiser {
  learningRate: number;
  readonly weights: readonly tf.Variable[];
  /** Where in [P] the weights begin. */
  readonly #starts: readonly number[];
  readonly #options: AdamOptions;
  /** m and v, [2, P]. */
  readonly #slots: tf.Variable<tf.Rank.R2>;
  #steps = 0;

  /** Its slots are tensors of its own, the weights are not: `dispose` frees the former. */
  constructor(weights: readonly tf.Variable[], options: AdamOptions = {}) {
    let length = 0;
    this.#starts = weights.map(({size}) => {
      length += size;
      return length - size;
    });
    this.learningRate = options.learningRate ?? 0.001;
    this.weights = weights;
    this.#options = options;
    this.#slots = tf.tidy(() => tf.variable(tf.zeros<tf.Rank.R2>([2, length]), false));
  }

  get steps(): number {
    return this.#steps;
  }

  apply(gradients: readonly tf.Tensor[]): void {
    const {beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8} = this.#options;
    this.#steps += 1;
    const corrections = [beta1, beta2].map((beta) => 1 - power(beta, this.#steps));
    const params = adamParams({
      learningRate: this.learningRate,
      beta1,
      beta2,
      epsilon,
      corrections: corrections as [number, number],
    });
    const updates = this.weights.map((weights, i) => ({
      weights,
      gradient: gradients[i]!,
      start: this.#starts[i]!,
    }));
    update(adamRule, updates, this.#slots, params);
  }

  /** The slots as `<prefix>/m`, `<prefix>/v` [P] and `<prefix>/steps` [1]. Copies. */
  async state(prefix: string): Promise<NamedArrays> {
    const values = await this.#slots.data<"float32">();
    const length = this.#length;
    return {
      [`${prefix}/m`]: {data: values.slice(0, length), shape: [length]},
      [`${prefix}/v`]: {data: values.slice(length), shape: [length]},
      [`${prefix}/steps`]: {data: Uint32Array.of(this.#steps), shape: [1]},
    };
  }

  shapes(prefix: string): NamedShapes {
    const length = this.#length;
    return {[`${prefix}/m`]: [length], [`${prefix}/v`]: [length], [`${prefix}/steps`]: [1]};
  }

  restore(prefix: string, state: NamedArrays): void {
    checkArrays(state, this.shapes(prefix));
    const slots = ["m", "v"].map((kind) => state[`${prefix}/${kind}`]!.data);
    tf.tidy(() => {
      const rows = slots.map((data) => tf.tensor<tf.Rank.R2>(data, [1, this.#length], "float32"));
      this.#slots.assign(tf.concat2d(rows, 0));
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

/** base^exponent by multiplication alone: `Math.pow` may differ in the last bit between engines. */
function power(base: number, exponent: number): number {
  let result = 1;
  for (let i = 0; i < exponent && result > 0; i++) result *= base;
  return result;
}
