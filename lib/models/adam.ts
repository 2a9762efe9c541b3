/**
 * Adam (Kingma & Ba, 2015, algorithm 1), with the corrections folded into the rate as in its section 2:
 *
 *   m <- b1 m + (1 - b1) g        v <- b2 v + (1 - b2) g²
 *   w <- w - rate · sqrt(1 - b2^t) / (1 - b1^t) · m / (sqrt(v) + epsilon · sqrt(1 - b2^t))
 *
 * All weights share one vector m and one v of length [P], so that a step is a dozen large operations and not a dozen
 * per weight, and a checkpoint holds three arrays.
 */
import type {NamedArrays} from "../array.js";
import * as tf from "../tf.js";
import {checkArrays, readVariables, writeVariables} from "./model-state.js";

export interface AdamOptions {
  readonly learningRate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon?: number;
}

export class Adam {
  learningRate: number;
  readonly #weights: readonly tf.Variable[];
  readonly #options: AdamOptions;
  readonly #m: tf.Variable<tf.Rank.R1>;
  readonly #v: tf.Variable<tf.Rank.R1>;
  #steps = 0;

  /** Its slots are tensors of its own, the weights are not: `dispose` frees the former. */
  constructor(weights: readonly tf.Variable[], options: AdamOptions) {
    const length = weights.reduce((total, {size}) => total + size, 0);
    this.learningRate = options.learningRate;
    this.#weights = weights;
    this.#options = options;
    this.#m = zeros(length);
    this.#v = zeros(length);
  }

  /** Updates so far. */
  get steps(): number {
    return this.#steps;
  }

  /** Moves the weights against `gradients`, which are in the order of the weights and stay the caller's. */
  apply(gradients: readonly tf.Tensor[]): void {
    const {beta1, beta2} = this.#options;
    this.#steps += 1;
    tf.tidy(() => {
      const gradient = tf.concat1d(gradients.map((g) => tf.reshape(g, [g.size])));
      this.#m.assign(mix(this.#m, gradient, beta1));
      this.#v.assign(mix(this.#v, tf.square(gradient), beta2));
      this.#move(this.#direction());
    });
  }

  #direction(): tf.Tensor1D {
    const {beta1, beta2, epsilon = 1e-8} = this.#options;
    const correction = Math.sqrt(1 - power(beta2, this.#steps));
    const rate = (this.learningRate * correction) / (1 - power(beta1, this.#steps));
    const scale = tf.add(tf.sqrt(this.#v), epsilon * correction);
    return tf.div(tf.mul(this.#m, rate), scale);
  }

  #move(direction: tf.Tensor1D): void {
    let start = 0;
    for (const weight of this.#weights) {
      const part = tf.slice1d(direction, start, weight.size);
      weight.assign(tf.sub(weight, tf.reshape(part, weight.shape)));
      start += weight.size;
    }
  }

  /** The slots as `<prefix>/m`, `<prefix>/v` [P] and `<prefix>/steps` [1]. Copies. */
  async state(prefix: string): Promise<NamedArrays> {
    const steps = {data: Uint32Array.of(this.#steps), shape: [1]};
    return {...(await readVariables(this.#slots(prefix))), [`${prefix}/steps`]: steps};
  }

  /** Shapes by name of what `restore` takes. */
  shapes(prefix: string): Readonly<Record<string, readonly number[]>> {
    return {
      [`${prefix}/m`]: this.#m.shape,
      [`${prefix}/v`]: this.#v.shape,
      [`${prefix}/steps`]: [1],
    };
  }

  /** Puts back what `state` gave, out of a larger set. Throws a RangeError before anything has changed. */
  restore(prefix: string, state: NamedArrays): void {
    checkArrays(state, this.shapes(prefix));
    writeVariables(this.#slots(prefix), state);
    this.#steps = state[`${prefix}/steps`]!.data[0]!;
  }

  dispose(): void {
    tf.dispose([this.#m, this.#v]);
  }

  #slots(prefix: string): Readonly<Record<string, tf.Variable>> {
    return {[`${prefix}/m`]: this.#m, [`${prefix}/v`]: this.#v};
  }
}

function zeros(length: number): tf.Variable<tf.Rank.R1> {
  return tf.tidy(() => tf.variable(tf.zeros<tf.Rank.R1>([length]), false));
}

function mix(slot: tf.Tensor1D, value: tf.Tensor1D, beta: number): tf.Tensor1D {
  return tf.add(tf.mul(slot, beta), tf.mul(value, 1 - beta));
}

/** base^exponent by multiplication alone: `Math.pow` may differ in the last bit between engines. */
function power(base: number, exponent: number): number {
  let result = 1;
  for (let i = 0; i < exponent && result > 0; i++) result *= base;
  return result;
}
