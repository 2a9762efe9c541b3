/**
 * An autoencoder whose code is a place on a plane (Hinton & Salakhutdinov, 2006). One network turns a picture into two
 * numbers, another draws the picture again from these two alone, and both learn to make the drawing right:
 *
 *     code z = e(x) [B, 2],   drawing y = d(z) [B, 28, 28, 1]
 *     L = -mean over batch and pixels of [x log y + (1 - x) log(1 - y)],   black being 0 and white 1 here
 *
 * (the cross-entropy of each pixel, as there). No label is in it. With W the width and ReLU in between:
 *
 *     encoder   [B, 28, 28, 1] in [-1, 1] -> W -> W/4 -> 2, normalised over the batch: code [B, 2]
 *     decoder   code [B, 2] -> W/4 -> W -> [B, 28, 28, 1] in [-1, 1]
 *
 * Batch normalisation of the code (Ioffe & Szegedy, 2015) keeps the plane's scale; it may be left out, and the code may be longer. A running average of the weights, which
 * moves calmly, is what codes and draws.
 */
import type {NamedArrays} from "../array.js";
import {sigmoidCrossEntropy} from "../kernels/losses/sigmoid-cross-entropy.js";
import type {Random} from "../random.js";
import * as tf from "../tf.js";
import {Adam} from "./adam.js";
import {adamModelState, restoreAdamModel, setLearningRate} from "./adam-model.js";
import {
  type AutoencoderNetworks,
  type AutoencoderShape,
  autoencoderNetworks,
  logitsOf,
} from "./autoencoder-networks.js";
import {descend} from "./descent.js";
import {initialise} from "./initial-weights.js";
import type {LiveValue} from "./live-params.js";
import type {Model, Scalars} from "./model.js";
import {type NamedVariables, namedVariables, variableOf} from "./model-state.js";
import {trainingPass} from "./training-pass.js";
import {averageWeights} from "./weight-average.js";

export interface AutoencoderOptions extends AutoencoderShape {
  readonly learningRate: number;
  /** Decay of the running average of the weights, 0 to below 1; see weight-average.ts. */
  readonly averaging: number;
}

/** The model of the run: step, state and networks. Its live param is `learningRate`. */
export class Autoencoder implements Model {
  /** Those with the averaged weights: they code and draw. */
  readonly networks: AutoencoderNetworks & Readonly<Record<string, tf.LayersModel>>;
  readonly #learners: AutoencoderNetworks;
  readonly #averaging: number;
  readonly #weights: readonly tf.Variable[];
  readonly #adam: Adam;
  #version = 0;

  /** First weights are drawn by `random` (Glorot & Bengio, 2010). */
  constructor(options: AutoencoderOptions, random: Random) {
    const {learningRate, averaging} = options;
    this.#learners = autoencoderNetworks(options);
    this.networks = {...autoencoderNetworks(options)};
    for (const {learner, average} of this.#pairs()) {
      initialise(learner, random.fork(learner.name), "glorot");
      average.setWeights(learner.getWeights());
    }
    this.#averaging = averaging;
    // Without the code's own scale and offset, which the decoder could undo: the plane keeps its size.
    const trained = this.#pairs()
      .flatMap(({learner}) => learner.trainableWeights)
      .filter(({originalName}) => !originalName.startsWith("code/"));
    this.#weights = trained.map(variableOf);
    this.#adam = new Adam(this.#weights, {learningRate, beta1: 0.9, beta2: 0.999});
  }

  /** Another number whenever the weights have changed. */
  get version(): number {
    return this.#version;
  }

  /** One step on pictures [B, 28, 28, 1]. `loss` is from before the update. */
  async step({x}: {readonly x: tf.Tensor}): Promise<Scalars> {
    const value = tf.tidy(() => this.#update(x as tf.Tensor4D));
    this.#version += 1;
    const [loss] = await value.data();
    value.dispose();
    return {loss: loss!};
  }

  #update(batch: tf.Tensor4D): tf.Scalar {
    const {loss} = descend(this.#weights, this.#adam, () => ({loss: this.#loss(batch)}));
    for (const {learner, average} of this.#pairs())
      averageWeights(average, learner, this.#averaging, this.#adam.steps);
    return loss;
  }

  #loss(batch: tf.Tensor4D): tf.Scalar {
    const {encoder, decoder} = this.#learners;
    const code = trainingPass(encoder, batch, true) as tf.Tensor2D;
    const logits = logitsOf(decoder, code); // [B, 784]
    const whites = tf.mul(tf.add(tf.reshape(batch, logits.shape), 1), 0.5);
    return sigmoidCrossEntropy(whites, logits);
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

  /** Each network that learns beside the one that averages it. */
  #pairs() {
    return (["encoder", "decoder"] as const).map((name) => ({
      learner: this.#learners[name],
      average: this.networks[name],
    }));
  }

  #variables(): NamedVariables {
    return Object.fromEntries(
      this.#pairs().flatMap(({learner, average}) =>
        Object.entries({
          ...namedVariables(learner, `learner/${learner.name}`),
          ...namedVariables(average, `average/${average.name}`),
        }),
      ),
    );
  }

  dispose(): void {
    for (const {learner, average} of this.#pairs()) {
      learner.dispose();
      average.dispose();
    }
    this.#adam.dispose();
  }
}
