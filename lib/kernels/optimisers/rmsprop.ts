/**
 * RMSProp (Hinton, Srivastava & Swersky, 2012, lecture 6e; centred, Graves, 2013, section 4.2), in the form and with the rounding of
 * `tf.train.rmsprop`:
 *
 *   s <- d s + (1 - d) g²        k <- d k + (1 - d) g  (centred only; else k = 0)
 *   a <- momentum a + rate g / sqrt(s + epsilon),  centred  sqrt(s - (k² + epsilon))        w <- w - a
 */
import * as tf from "@tensorflow/tfjs-core";
import type {Rule} from "./rule.js";
import {SlotOptimiser} from "./slot-optimiser.js";

/** Slots: s, a. Params: d, 1 - d, the momentum, the rate, epsilon. */
export const rmspropRule: Rule = {
  kernel: "ApplyRMSProp",
  slotCount: 2,
  compose: (w, g, [s, a], [d, rest, momentum, rate, epsilon]) => {
    const square = tf.add(tf.mul(s!, d!), tf.mul(tf.square(g), rest!));
    const part = tf.div(tf.mul(g, rate!), tf.sqrt(tf.add(square, epsilon!)));
    const moment = tf.add(tf.mul(a!, momentum!), part);
    return [tf.sub(w, moment), square, moment];
  },
};

/** Slots: s, a, k. The same params. */
export const centredRule: Rule = {
  kernel: "ApplyCenteredRMSProp",
  slotCount: 3,
  compose: (w, g, [s, a, k], [d, rest, momentum, rate, epsilon]) => {
    const square = tf.add(tf.mul(s!, d!), tf.mul(tf.square(g), rest!));
    const mean = tf.add(tf.mul(k!, d!), tf.mul(g, rest!));
    const under = tf.sub(square, tf.add(tf.square(mean), epsilon!));
    const part = tf.div(tf.mul(g, rate!), tf.sqrt(under));
    const moment = tf.add(tf.mul(a!, momentum!), part);
    return [tf.sub(w, moment), square, moment, mean];
  },
};

/** `tf.train.rmsprop` with the same results, all weights of a step in one kernel where the back end has it. */
export function rmsprop(
  learningRate: number,
  decay = 0.9,
  momentum = 0,
  epsilon: number | null = null,
  centered = false,
): RmsProp {
  return new RmsProp(learningRate, decay, momentum, epsilon, centered);
}

class RmsProp extends SlotOptimiser {
  /** Of TF.js's optimiser, as which a saved model finds it again. */
  static get className(): string {
    return "RMSProp";
  }

  static override fromConfig<T extends tf.serialization.Serializable>(
    cls: tf.serialization.SerializableConstructor<T>,
    {learningRate, decay, momentum, epsilon, centered}: tf.serialization.ConfigDict,
  ): T {
    return new cls(learningRate, decay, momentum, epsilon, centered);
  }

  /** A new value holds from the next step. */
  learningRate: number;
  readonly decay: number;
  readonly momentum: number;
  readonly epsilon: number;
  readonly centered: boolean;
  protected readonly rule: Rule;

  constructor(
    learningRate: number,
    decay = 0.9,
    momentum = 0,
    epsilon: number | null = null,
    centered = false,
  ) {
    super(centered ? ["rms", "momentum", "mg"] : ["rms", "momentum"]);
    if (learningRate == null) throw new Error("learningRate for RMSPropOptimizer must be defined.");
    this.learningRate = learningRate;
    this.decay = decay;
    this.momentum = momentum;
    this.epsilon = epsilon ?? tf.backend().epsilon();
    this.centered = centered;
    this.rule = centered ? centredRule : rmspropRule;
  }

  protected params(): readonly number[] {
    const {learningRate, decay, momentum, epsilon} = this;
    return [decay, 1 - decay, momentum, learningRate, epsilon];
  }

  override getConfig(): tf.serialization.ConfigDict {
    const {learningRate, decay, momentum, epsilon, centered} = this;
    return {learningRate, decay, momentum, epsilon, centered};
  }
}
