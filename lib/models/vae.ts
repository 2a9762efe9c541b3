/**
 * A variational autoencoder (Kingma & Welling, 2014): an encoder turns a picture into a cloud q(z | x) of codes, a decoder draws
 * the picture from any code of that cloud, and the clouds together are kept like N(0, 1), from which new pictures are made:
 *
 *     ELBO = E_q [ln p(x | z)] - KL(q(z | x) || N(0, 1)) <= ln p(x)
 *     L    = reconstruction + beta · w(t) · sum over latent numbers of max(KL, freeBits)
 *
 * reconstruction = -E_q ln p(x | z), by one draw of z; both terms are means over the batch, in nats per picture. beta weighs the two
 * (Higgins et al., 2017); w(t) = min(1, t / warmUpSteps) lets the codes say something before they are taxed (Bowman et al., 2016);
 * freeBits are nats that each latent number has for nothing (Kingma et al., 2016, appendix C.8). The ELBO shown has neither.
 *
 * Pictures are [B, h, w, c] in [-1, 1], codes [B, latentSize].
 */
import type {NamedArrays} from "../array.js";
import type {Random} from "../random.js";
import * as tf from "../tf.js";
import {Adam} from "./adam.js";
import {adamModelState, restoreAdamModel} from "./adam-model.js";
import {descend, trainableWeights} from "./descent.js";
import {codeOf, gaussianKl, reparameterise} from "./gaussian-code.js";
import {learningRateAt} from "./learning-rate.js";
import {type Likelihood, type LikelihoodName, likelihoodOf} from "./likelihoods.js";
import {type LiveValue, liveNumber} from "./live-params.js";
import type {Model, Scalars} from "./model.js";
import {type NamedVariables, namedVariables} from "./model-state.js";
import {trainingPass} from "./training-pass.js";
import {averageWeights} from "./weight-average.js";

export interface VaeNetworks {
  /** [B, h, w, c] in [-1, 1] -> [B, 2 latentSize]: means, then log variances. */
  readonly encoder: tf.Sequential;
  /** [B, latentSize] -> [B, h, w, c]: logits, or means in [-1, 1]; see likelihoods.ts. */
  readonly decoder: tf.Sequential;
}

export interface VaeOptions extends VaeNetworks {
  /** Networks of the same layers, for the average of the weights; without them there is none. */
  readonly average?: VaeNetworks & {readonly decay: number};
  readonly likelihood: LikelihoodName;
  /** Standard deviation of a pixel, in units of [-1, 1]; for `gaussian` only. */
  readonly sigma: number;
  readonly beta: number;
  /** Updates until beta has its full weight; 0 gives it at once. */
  readonly warmUpSteps: number;
  /** Nats of each latent number that cost nothing. */
  readonly freeBits: number;
  readonly learningRate: number;
  /** Updates over which the learning rate falls to a tenth; 0 leaves it. See learning-rate.ts. */
  readonly decaySteps: number;
}

type LiveName = "beta" | "freeBits" | "learningRate";

/** The reconstruction [], and the KL of each latent number, a mean over the batch [latentSize]. */
interface Terms {
  readonly reconstruction: tf.Scalar;
  readonly kl: tf.Tensor;
}

/** The model of the run. Its live params are `beta`, `freeBits` and `learningRate`. */
export class Vae implements Model {
  /** Those with the averaged weights, if there is an average: they encode and draw. */
  readonly networks: VaeNetworks & Readonly<Record<string, tf.LayersModel>>;
  readonly likelihood: Likelihood;
  readonly #options: VaeOptions;
  readonly #live: Record<LiveName, number>;
  readonly #weights: readonly tf.Variable[];
  readonly #adam: Adam;
  #version = 0;

  /** Takes the networks over: `dispose` frees them. */
  constructor(options: VaeOptions) {
    const {encoder, decoder, average, beta, freeBits, learningRate} = options;
    checkSizes(options);
    this.#options = options;
    this.#live = {beta, freeBits, learningRate};
    this.networks = {
      encoder: average?.encoder ?? encoder,
      decoder: average?.decoder ?? decoder,
    };
    this.likelihood = likelihoodOf(options.likelihood, options.sigma);
    for (const {learner, average} of this.#averages()) average.setWeights(learner.getWeights());
    this.#weights = trainableWeights(encoder, decoder);
    this.#adam = new Adam(this.#weights, {learningRate, beta1: 0.9, beta2: 0.999});
  }

  get latentSize(): number {
    return this.#options.decoder.inputs[0]!.shape[1]!;
  }

  /** Another number whenever the weights have changed. */
  get version(): number {
    return this.#version;
  }

  /** What the next update multiplies the KL by. */
  get klWeight(): number {
    const {warmUpSteps} = this.#options;
    const share = warmUpSteps > 0 ? Math.min(1, (this.#adam.steps + 1) / warmUpSteps) : 1;
    return this.#live.beta * share;
  }

  /** One step on pictures [B, h, w, c]. Its numbers are from before the update. */
  async step({x}: {readonly x: tf.Tensor}, random: Random): Promise<Scalars> {
    const numbers = tf.tidy(() => this.#update(x, random));
    this.#version += 1;
    const [reconstruction, kl] = await numbers.data();
    numbers.dispose();
    return {reconstruction: reconstruction!, kl: kl!, elbo: -reconstruction! - kl!};
  }

  #update(batch: tf.Tensor, random: Random): tf.Tensor {
    const noise = this.#noise(batch.shape[0]!, random);
    const {decaySteps, average} = this.#options;
    const {steps} = this.#adam;
    this.#adam.learningRate = learningRateAt(this.#live.learningRate, steps, decaySteps);
    const {reconstruction, kl} = descend(this.#weights, this.#adam, () => {
      const terms = this.#terms(batch, noise);
      return {...terms, loss: this.#loss(terms)};
    });
    for (const pair of this.#averages())
      averageWeights(pair.average, pair.learner, average!.decay, this.#adam.steps);
    return tf.stack([reconstruction, tf.sum(kl)]);
  }

  #terms(batch: tf.Tensor, noise: tf.Tensor): Terms {
    const {encoder, decoder} = this.#options;
    const code = codeOf(trainingPass(encoder, batch, true));
    const output = trainingPass(decoder, reparameterise(code, noise), true);
    return {
      reconstruction: this.likelihood.reconstruction(batch, output),
      kl: tf.mean(gaussianKl(code), 0),
    };
  }

  #loss({reconstruction, kl}: Terms): tf.Scalar {
    const {freeBits} = this.#live;
    const taxed = freeBits > 0 ? tf.maximum(kl, freeBits) : kl;
    return tf.add(reconstruction, tf.mul(tf.sum(taxed), this.klWeight));
  }

  #noise(count: number, random: Random): tf.Tensor2D {
    return tf.tensor2d(random.normals(count * this.latentSize), [count, this.latentSize]);
  }

  set(name: string, value: LiveValue): void {
    this.#live[name as LiveName] = liveNumber(Object.keys(this.#live), name, value);
  }

  state(): Promise<NamedArrays> {
    return adamModelState(this.#variables(), this.#adam);
  }

  restore(state: NamedArrays): void {
    restoreAdamModel(this.#variables(), this.#adam, state);
    this.#version += 1;
  }

  /** Each network that learns beside the one that averages it; none without an average. */
  #averages() {
    const {average, encoder, decoder} = this.#options;
    if (!average) return [];
    return [
      {learner: encoder, average: average.encoder},
      {learner: decoder, average: average.decoder},
    ];
  }

  #variables(): NamedVariables {
    const {encoder, decoder, average} = this.#options;
    return {
      ...namedVariables(encoder, "learner/encoder"),
      ...namedVariables(decoder, "learner/decoder"),
      ...(average ? namedVariables(average.encoder, "average/encoder") : {}),
      ...(average ? namedVariables(average.decoder, "average/decoder") : {}),
    };
  }

  dispose(): void {
    const {encoder, decoder, average} = this.#options;
    for (const network of [encoder, decoder, average?.encoder, average?.decoder])
      network?.dispose();
    this.#adam.dispose();
  }
}

function checkSizes({encoder, decoder}: VaeNetworks): void {
  const [codes, latents] = [encoder.outputs[0]!.shape[1], decoder.inputs[0]!.shape[1]];
  if (codes !== 2 * latents!)
    throw new RangeError(
      `invalid encoder: ${codes} outputs (${2 * latents!}: means, log variances)`,
    );
}
