/**
 * A classifier that learns from labelled pictures: Adam moves the weights of classifier.ts's network down the gradient of
 * the cross-entropy (see classifier-step.ts), and a running average of these weights is what names pictures.
 * Pictures are [B, 28, 28, 1] in [-1, 1], labels [B].
 */
import type {Random} from "../random.js";
import * as tf from "../tf.js";
import {Adam} from "./adam.js";
import {classifierNetwork} from "./classifier.js";
import {crossEntropy} from "./classifier-step.js";
import {trainableWeights} from "./descent.js";
import {initialise} from "./initial-weights.js";
import {Learner} from "./learner.js";
import {LiveParams} from "./live-params.js";
import type {Model} from "./model.js";

export interface SupervisedOptions {
  /** Channels of the first convolution. */
  readonly width: number;
  readonly learningRate: number;
  /** Decay of the running average of the weights, 0 to below 1; see weight-average.ts. */
  readonly averaging: number;
}

/** Pictures and their labels. */
type Labelled = {readonly x: tf.Tensor; readonly label: tf.Tensor};

/** The model of the run. Its live param is `learningRate`. */
export class SupervisedClassifier extends Learner implements Model<Labelled> {
  /** The one with the averaged weights: it is what names pictures. */
  readonly networks: {readonly classifier: tf.Sequential};
  readonly #learner: tf.Sequential;

  /** First weights are drawn by `random` (He et al., 2015). */
  constructor({width, learningRate, averaging}: SupervisedOptions, random: Random) {
    const [learner, average] = [classifierNetwork(width), classifierNetwork(width)];
    initialise(learner, random, "he");
    super({
      networks: {learner, average: {network: average, of: learner, decay: averaging}},
      optimisers: {adam: new Adam(trainableWeights(learner))},
      live: new LiveParams({learningRate}),
    });
    this.networks = {classifier: average};
    this.#learner = learner;
  }

  /** `loss`, and the `accuracy` on the batch in per cent, both from before the update. */
  async step({x, label}: Labelled) {
    const {loss, share} = await this.learn(() => {
      const logits = this.#learner.apply(x, {training: true}) as tf.Tensor2D;
      const share = tf.mean(tf.equal(tf.argMax(logits, 1), label));
      return {loss: crossEntropy(logits, label as tf.Tensor1D), share};
    });
    return {loss, accuracy: 100 * share};
  }
}
