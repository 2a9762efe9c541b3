/**
 * Plain gradient descent over all weights of a network in one kernel (lib/kernels/optimisers/sgd.ts):
 *
 *   w <- w - rate · g
 *
 * A small gradient makes a small step and a large one a large step. Adam divides by the gradient's usual size, and so hides
 * both from who looks at the weights alone.
 */
import type {NamedArrays} from "../array.js";
import {sgdRule} from "../kernels/optimisers/sgd.js";
import {update} from "../kernels/optimisers/update.js";
import type * as tf from "../tf.js";
import {checkArrays, type NamedShapes} from "./model-state.js";
import type {Optimiser} from "./optimiser.js";

/** What moves the weights of one network by plain descent. It keeps nothing but the number of its steps. */
export class PlainDescent implements Optimiser {
  learningRate: number;
  readonly weights: readonly tf.Variable[];
  #steps = 0;

  constructor(weights: readonly tf.Variable[], {learningRate}: {readonly learningRate: number}) {
    this.learningRate = learningRate;
    this.weights = weights;
  }

  get steps(): number {
    return this.#steps;
  }

  apply(gradients: readonly tf.Tensor[]): void {
    this.#steps += 1;
    const updates = this.weights.map((weights, i) => ({weights, gradient: gradients[i]!}));
    update(sgdRule, updates, undefined, [-this.learningRate]);
  }

  async state(prefix: string): Promise<NamedArrays> {
    return {[`${prefix}/steps`]: {data: Uint32Array.of(this.#steps), shape: [1]}};
  }

  shapes(prefix: string): NamedShapes {
    return {[`${prefix}/steps`]: [1]};
  }

  restore(prefix: string, state: NamedArrays): void {
    checkArrays(state, this.shapes(prefix));
    this.#steps = state[`${prefix}/steps`]!.data[0]!;
  }

  /** It owns no tensor. */
  dispose(): void {}
}
