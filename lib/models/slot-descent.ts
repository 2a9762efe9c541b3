/**
 * Descent by a rule that remembers numbers of each weight, its slots, over all weights of a network in one kernel (lib/kernels/optimisers). All
 * numbers of one slot are one vector [P], so that a checkpoint holds few arrays.
 */
import type {NamedArrays} from "../array.js";
import type {Rule} from "../kernels/optimisers/rule.js";
import {update} from "../kernels/optimisers/update.js";
import * as tf from "../tf.js";
import {checkArrays, type NamedShapes} from "./model-state.js";
import type {Optimiser} from "./optimiser.js";

export interface SlotRule {
  readonly rule: Rule;
  /** The first of the rule's slots, by the names that they have in a state. What lies in the others moves no weight. */
  readonly kept: readonly string[];
  /** The numbers that the rule's kernel takes. */
  readonly paramsAt: (learningRate: number) => readonly number[];
}

export class SlotDescent implements Optimiser {
  learningRate: number;
  readonly weights: readonly tf.Variable[];
  readonly #by: SlotRule;
  /** Where in [P] the weights begin. */
  readonly #starts: readonly number[];
  /** [slots, P] */
  readonly #slots: tf.Variable<tf.Rank.R2>;
  #steps = 0;

  constructor(weights: readonly tf.Variable[], learningRate: number, by: SlotRule) {
    let length = 0;
    this.#starts = weights.map(({size}) => {
      length += size;
      return length - size;
    });
    this.learningRate = learningRate;
    this.weights = weights;
    this.#by = by;
    const shape: [number, number] = [by.rule.slotCount, length];
    this.#slots = tf.tidy(() => tf.variable(tf.zeros<tf.Rank.R2>(shape), false));
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
    update(this.#by.rule, updates, this.#slots, this.#by.paramsAt(this.learningRate));
  }

  /** The slots that are kept, as `<prefix>/<name>` [P], and `<prefix>/steps` [1]. Copies. */
  async state(prefix: string): Promise<NamedArrays> {
    const values = await this.#slots.data<"float32">();
    const length = this.#length;
    const slots = this.#by.kept.map((name, i) => [
      `${prefix}/${name}`,
      {data: values.slice(i * length, (i + 1) * length), shape: [length]},
    ]);
    return {
      ...Object.fromEntries(slots),
      [`${prefix}/steps`]: {data: Uint32Array.of(this.#steps), shape: [1]},
    };
  }

  shapes(prefix: string): NamedShapes {
    const slots = this.#by.kept.map((name) => [`${prefix}/${name}`, [this.#length]]);
    return {...Object.fromEntries(slots), [`${prefix}/steps`]: [1]};
  }

  restore(prefix: string, state: NamedArrays): void {
    checkArrays(state, this.shapes(prefix));
    const {kept, rule} = this.#by;
    tf.tidy(() => {
      const row = [1, this.#length] as [number, number];
      const rows = kept.map((name) =>
        tf.tensor2d(state[`${prefix}/${name}`]!.data as Float32Array, row, "float32"),
      );
      const others = Array.from({length: rule.slotCount - kept.length}, () =>
        tf.zeros<tf.Rank.R2>(row),
      );
      this.#slots.assign(tf.concat2d([...rows, ...others], 0));
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
