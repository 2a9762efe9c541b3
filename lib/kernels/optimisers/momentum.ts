/**
 * Gradient descent with momentum (Sutskever et al., 2013, section 2), in the form and with the rounding of `tf.train.momentum`:
 *
 *   a <- momentum a + g        w <- w - rate a,  or with Nesterov's look ahead  w <- w - rate (g + momentum a)
 */
import * as tf from "@tensorflow/tfjs-core";
import type {Rule} from "./rule.js";
import {SlotOptimiser} from "./slot-optimiser.js";

/** Slot: a. Params: the momentum and the negative rate. */
export const momentumRule: Rule = {
  kernel: "ApplyMomentum",
  slotCount: 1,
  compose: (w, g, [a], [momentum, rate]) => {
    const moment = tf.add(tf.mul(momentum!, a!), g);
    return [tf.add(tf.mul(rate!, moment), w), moment];
  },
};

/** The same slot and params. */
export const nesterovRule: Rule = {
  kernel: "ApplyNesterovMomentum",
  slotCount: 1,
  compose: (w, g, [a], [momentum, rate]) => {
    const moment = tf.add(tf.mul(momentum!, a!), g);
    return [tf.add(tf.mul(rate!, tf.add(g, tf.mul(moment, momentum!))), w), moment];
  },
};

/** `tf.train.momentum` with the same results, all weights of a step in one kernel where the back end has it. */
export function momentum(learningRate: number, momentum: number, useNesterov = false): Momentum {
  return new Momentum(learningRate, momentum, useNesterov);
}

class Momentum extends SlotOptimiser {
  /** Of TF.js's optimiser, as which a saved model finds it again. */
  static get className(): string {
    return "Momentum";
  }

  static override fromConfig<T extends tf.serialization.Serializable>(
    cls: tf.serialization.SerializableConstructor<T>,
    {learningRate, momentum, useNesterov}: tf.serialization.ConfigDict,
  ): T {
    return new cls(learningRate, momentum, useNesterov);
  }

  protected readonly rule: Rule;
  readonly useNesterov: boolean;
  /** A new value holds from the next step, as does that of the momentum. (TF.js's own goes on with the first ones.) */
  learningRate: number;
  momentum: number;

  constructor(learningRate: number, momentum: number, useNesterov = false) {
    super(["momentum"]);
    this.rule = useNesterov ? nesterovRule : momentumRule;
    this.useNesterov = useNesterov;
    this.learningRate = learningRate;
    this.momentum = momentum;
  }

  /** Holds from the next step. */
  setLearningRate(learningRate: number): void {
    this.learningRate = learningRate;
  }

  /** Holds from the next step. (TF.js's own only changes what `getConfig` says and goes on with the first value.) */
  setMomentum(momentum: number): void {
    this.momentum = momentum;
  }

  protected params(): readonly number[] {
    return [this.momentum, -this.learningRate];
  }

  override getConfig(): tf.serialization.ConfigDict {
    const {learningRate, momentum, useNesterov} = this;
    return {learningRate, momentum, useNesterov};
  }
}
