/** Gradient descent: w <- w - rate g, in the form and with the rounding of `tf.train.sgd`. */
import * as tf from "@tensorflow/tfjs-core";
import type {Rule} from "./rule.js";
import {SlotOptimiser} from "./slot-optimiser.js";
import type {NamedTensor} from "./slots.js";

/** No slots. Its one param is the negative rate. */
export const sgdRule: Rule = {
  kernel: "ApplyGradientDescent",
  slotCount: 0,
  compose: (w, g, _, [rate]) => [tf.add(tf.mul(rate!, g), w)],
};

/** `tf.train.sgd` with the same results, all weights of a step in one kernel where the back end has it. */
export function sgd(learningRate: number): Sgd {
  return new Sgd(learningRate);
}

class Sgd extends SlotOptimiser {
  /** Of TF.js's optimiser, as which a saved model finds it again. */
  static get className(): string {
    return "SGD";
  }

  static override fromConfig<T extends tf.serialization.Serializable>(
    cls: tf.serialization.SerializableConstructor<T>,
    {learningRate}: tf.serialization.ConfigDict,
  ): T {
    return new cls(learningRate);
  }

  protected readonly rule = sgdRule;
  /** A new value holds from the next step. (TF.js's own goes on with the one that `setLearningRate` was told.) */
  learningRate: number;

  constructor(learningRate: number) {
    super([]);
    this.learningRate = learningRate;
  }

  /** Holds from the next step. */
  setLearningRate(learningRate: number): void {
    this.learningRate = learningRate;
  }

  protected params(): readonly number[] {
    return [-this.learningRate];
  }

  override async setWeights(values: NamedTensor[]): Promise<void> {
    const slots = await this.extractIterations(values);
    if (slots.length > 0) throw new Error("SGD optimizer does not have settable weights.");
  }

  override getConfig(): tf.serialization.ConfigDict {
    return {learningRate: this.learningRate};
  }
}
