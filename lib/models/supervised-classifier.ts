/**
 * A classifier that learns from labelled pictures: Adam moves the weights of classifier.ts's network down the gradient of
 * the cross-entropy (see classifier-step.ts), and a running average of these weights is what names pictures.
 * Pictures are [B, 28, 28, 1] in [-1, 1], labels [B].
 */
import type {NamedArrays} from "../array.js";
import type {Random} from "../random.js";
import * as tf from "../tf.js";
import {Adam} from "./adam.js";
import {adamModelState, restoreAdamModel, setLearningRate} from "./adam-model.js";
import {classifierNetwork} from "./classifier.js";
import {crossEntropy} from "./classifier-step.js";
import {descend, trainableWeights} from "./descent.js";
import {initialise} from "./initial-weights.js";
import type {LiveValue} from "./live-params.js";
import type {Model, Scalars} from "./model.js";
import {namedVariables} from "./model-state.js";
import {averageWeights} from "./weight-average.js";

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
export class SupervisedClassifier implements Model {
  /** The one with the averaged weights: it is what names pictures. */
  readonly networks: {readonly classifier: tf.Sequential};
  readonly #learner: tf.Sequential;
  readonly #averaging: number;
  readonly #weights: readonly tf.Variable[];
  readonly #adam: Adam;
  #version = 0;

  /** First weights are drawn by `random` (He et al., 2015). */
  constructor({width, learningRate, averaging}: SupervisedOptions, random: Random) {
    this.#learner = classifierNetwork(width);
    initialise(this.#learner, random, "he");
    this.networks = {classifier: classifierNetwork(width)};
    this.networks.classifier.setWeights(this.#learner.getWeights());
    this.#averaging = averaging;
    this.#weights = trainableWeights(this.#learner);
    this.#adam = new Adam(this.#weights, {learningRate, beta1: 0.9, beta2: 0.999});
  }

  /** Another number whenever the weights have changed. */
  get version(): number {
    return this.#version;
  }

  /** `loss`, and the `accuracy` on the batch in per cent, both from before the update. */
  async step(batch: Labelled): Promise<Scalars> {
    const numbers = tf.tidy(() => this.#update(batch));
    this.#version += 1;
    const [loss, share] = await numbers.data();
    numbers.dispose();
    return {loss: loss!, accuracy: 100 * share!};
  }

  #update({x, label}: Labelled): tf.Tensor1D {
    const {loss, hits} = descend(this.#weights, this.#adam, () => {
      const logits = this.#learner.apply(x, {training: true}) as tf.Tensor2D;
      const hits = tf.mean(tf.equal(tf.argMax(logits, 1), label));
      return {hits, loss: crossEntropy(logits, label as tf.Tensor1D)};
    });
    averageWeights(this.networks.classifier, this.#learner, this.#averaging, this.#adam.steps);
    return tf.stack([loss, hits]) as tf.Tensor1D;
  }

  set(name: string, value: LiveValue): void {
    setLearningRate(this.#adam, name, value);
  }

  state(): Promise<NamedArrays> {
    return adamModelState(this.#variables(), this.#adam);
  }

  restore(state: NamedArrays): void {
    restoreAdamModel(this.#variables(), this.#adam, state);
    this.#version += 1;
  }

  #variables() {
    return {
      ...namedVariables(this.#learner, "learner"),
      ...namedVariables(this.networks.classifier, "average"),
    };
  }

  dispose(): void {
    this.networks.classifier.dispose();
    this.#learner.dispose();
    this.#adam.dispose();
  }
}
