/**
 * Adam (Kingma & Ba, 2015, algorithm 1), in the form and with the rounding of `tf.train.adam`:
 *
 *   m <- b1 m + (1 - b1) g        v <- b2 v + (1 - b2) g²
 *   w <- w - rate · m / (1 - b1^t) / (sqrt(v / (1 - b2^t)) + epsilon)
 */
import * as tf from "@tensorflow/tfjs-core";
import type {Rule} from "./rule.js";
import {SlotOptimiser} from "./slot-optimiser.js";
import type {NamedTensor} from "./slots.js";

export interface AdamStep {
  readonly learningRate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  /** 1 - b1^t and 1 - b2^t for this step t = 1, 2, ... */
  readonly corrections: readonly [number, number];
}

/** Slots: m, v. Its params are those of `adamParams`. */
export const adamRule: Rule = {
  kernel: "ApplyAdam",
  slotCount: 2,
  compose: (w, g, [m, v], [b1, rest1, b2, rest2, c1, c2, epsilon, rate]) => {
    const first = tf.add(tf.mul(m!, b1!), tf.mul(g, rest1!));
    const second = tf.add(tf.mul(v!, b2!), tf.mul(tf.square(g), rest2!));
    const size = tf.add(tf.sqrt(tf.div(second, c2!)), epsilon!);
    return [tf.add(tf.mul(tf.div(tf.div(first, c1!), size), rate!), w), first, second];
  },
};

export function adamParams({learningRate, beta1, beta2, epsilon, corrections}: AdamStep): number[] {
  return [beta1, 1 - beta1, beta2, 1 - beta2, ...corrections, epsilon, -learningRate];
}

/** `tf.train.adam` with the same results, all weights of a step in one kernel where the back end has it. */
export function adam(
  learningRate = 0.001,
  beta1 = 0.9,
  beta2 = 0.999,
  epsilon: number | null = null,
): Adam {
  return new Adam(learningRate, beta1, beta2, epsilon);
}

class Adam extends SlotOptimiser {
  /** Of TF.js's optimiser, as which a saved model finds it again. */
  static get className(): string {
    return "Adam";
  }

  static override fromConfig<T extends tf.serialization.Serializable>(
    cls: tf.serialization.SerializableConstructor<T>,
    {learningRate, beta1, beta2, epsilon}: tf.serialization.ConfigDict,
  ): T {
    return new cls(learningRate, beta1, beta2, epsilon);
  }

  /** A new value holds from the next step. */
  learningRate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  protected readonly rule = adamRule;
  /** b1^t and b2^t of the step to come, in single precision like TF.js's. */
  #powers: [number, number];

  constructor(learningRate: number, beta1: number, beta2: number, epsilon: number | null = null) {
    super(["m", "v"]);
    this.learningRate = learningRate;
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.epsilon = epsilon ?? tf.backend().epsilon();
    this.#powers = [Math.fround(beta1), Math.fround(beta2)];
  }

  protected params(): readonly number[] {
    const corrections = this.#powers.map((power) => Math.fround(1 - power)) as [number, number];
    return adamParams({...this, corrections});
  }

  override applyGradients(gradients: tf.NamedTensorMap | NamedTensor[]): void {
    super.applyGradients(gradients);
    this.#raise();
  }

  override async setWeights(values: NamedTensor[]): Promise<void> {
    await super.setWeights(values);
    this.#powers = [Math.fround(this.beta1), Math.fround(this.beta2)];
    for (let step = 0; step < this.iterations; step++) this.#raise();
  }

  /** By multiplication, as the steps themselves do it: `Math.pow` may differ in the last bit between engines. */
  #raise(): void {
    const [power1, power2] = this.#powers;
    this.#powers = [
      Math.fround(power1 * Math.fround(this.beta1)),
      Math.fround(power2 * Math.fround(this.beta2)),
    ];
  }

  override getConfig(): tf.serialization.ConfigDict {
    const {learningRate, beta1, beta2, epsilon} = this;
    return {learningRate, beta1, beta2, epsilon};
  }
}
