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
 * Batch normalisation of the code (Ioffe & Szegedy, 2015) keeps the plane's scale; it may be left out, and the code may be longer. A
 * running average of the weights, which moves calmly, is what codes and draws.
 */
import {sigmoidCrossEntropy} from "../kernels/losses/sigmoid-cross-entropy.js";
import type {Random} from "../random.js";
import * as tf from "../tf.js";
import {Adam} from "./adam.js";
import {
  type AutoencoderNetworks,
  type AutoencoderShape,
  autoencoderNetworks,
  logitsOf,
} from "./autoencoder-networks.js";
import {initialise} from "./initial-weights.js";
import {Learner} from "./learner.js";
import {LiveParams} from "./live-params.js";
import type {Model} from "./model.js";
import {variableOf} from "./model-state.js";
import {trainingPass} from "./training-pass.js";

export interface AutoencoderOptions extends AutoencoderShape {
  readonly learningRate: number;
  /** Decay of the running average of the weights, 0 to below 1; see weight-average.ts. */
  readonly averaging: number;
}

/** The model of the run. Its live param is `learningRate`. */
export class Autoencoder extends Learner implements Model<{readonly x: tf.Tensor}> {
  /** Those with the averaged weights: they code and draw. */
  readonly networks: AutoencoderNetworks & Readonly<Record<string, tf.LayersModel>>;
  readonly #learners: AutoencoderNetworks;

  /** First weights are drawn by `random` (Glorot & Bengio, 2010). */
  constructor(options: AutoencoderOptions, random: Random) {
    const {learningRate, averaging: decay} = options;
    const {encoder, decoder} = autoencoderNetworks(options);
    const averages = autoencoderNetworks(options);
    for (const network of [encoder, decoder])
      initialise(network, random.fork(network.name), "glorot");
    super({
      networks: {
        "learner/encoder": encoder,
        "average/encoder": {network: averages.encoder, of: encoder, decay},
        "learner/decoder": decoder,
        "average/decoder": {network: averages.decoder, of: decoder, decay},
      },
      optimisers: {adam: new Adam(weightsOf({encoder, decoder}))},
      live: new LiveParams({learningRate}),
    });
    this.networks = {...averages};
    this.#learners = {encoder, decoder};
  }

  /** One step on pictures [B, 28, 28, 1]. `loss` is from before the update. */
  step({x}: {readonly x: tf.Tensor}) {
    return this.learn(() => ({loss: this.#loss(x)}));
  }

  #loss(x: tf.Tensor): tf.Scalar {
    const {encoder, decoder} = this.#learners;
    const code = trainingPass(encoder, x, true) as tf.Tensor2D;
    const logits = logitsOf(decoder, code); // [B, 784]
    const whites = tf.mul(tf.add(tf.reshape(x, logits.shape), 1), 0.5);
    return sigmoidCrossEntropy(whites, logits);
  }
}

/** Without the code's own scale and offset, which the decoder could undo: the plane keeps its size. */
function weightsOf({encoder, decoder}: AutoencoderNetworks): tf.Variable[] {
  return [...encoder.trainableWeights, ...decoder.trainableWeights]
    .filter(({originalName}) => !originalName.startsWith("code/"))
    .map(variableOf);
}
