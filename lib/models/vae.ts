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
import type {OutsideDraw} from "../driving/driven-draw.js";
import type {Random} from "../random.js";
import * as tf from "../tf.js";
import {Adam} from "./adam.js";
import {trainableWeights} from "./descent.js";
import {codeOf, gaussianKl, reparameterise} from "./gaussian-code.js";
import {Learner} from "./learner.js";
import {type Likelihood, type LikelihoodName, likelihoodOf} from "./likelihoods.js";
import {LiveParams} from "./live-params.js";
import type {Model} from "./model.js";
import {type Draw, outsideDraw} from "./outside-draw.js";
import {trainingPass} from "./training-pass.js";

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
  /** Draws codes from the clouds; default that of gaussian-code.ts. */
  readonly draw?: OutsideDraw;
}

type Live = {readonly beta: number; readonly freeBits: number; readonly learningRate: number};

/** The model of the run. Its live params are `beta`, `freeBits` and `learningRate`. */
export class Vae extends Learner<Live> implements Model<{readonly x: tf.Tensor}> {
  /** Those with the averaged weights, if there is an average: they encode and draw. */
  readonly networks: VaeNetworks & Readonly<Record<string, tf.LayersModel>>;
  readonly likelihood: Likelihood;
  readonly #options: VaeOptions;

  /** Takes the networks over: `dispose` frees them. */
  constructor(options: VaeOptions) {
    const {encoder, decoder, average, decaySteps, beta, freeBits, learningRate} = options;
    checkSizes(options);
    super({
      networks: {
        "learner/encoder": encoder,
        "learner/decoder": decoder,
        ...(average && {
          "average/encoder": {network: average.encoder, of: encoder, decay: average.decay},
          "average/decoder": {network: average.decoder, of: decoder, decay: average.decay},
        }),
      },
      optimisers: {adam: new Adam(trainableWeights(encoder, decoder))},
      decaySteps,
      live: new LiveParams({beta, freeBits, learningRate}),
    });
    this.#options = options;
    this.networks = {
      encoder: average?.encoder ?? encoder,
      decoder: average?.decoder ?? decoder,
    };
    this.likelihood = likelihoodOf(options.likelihood, options.sigma);
  }

  get latentSize(): number {
    return this.#options.decoder.inputs[0]!.shape[1]!;
  }

  /** What the next update multiplies the KL by. */
  get klWeight(): number {
    const {warmUpSteps} = this.#options;
    const share = warmUpSteps > 0 ? Math.min(1, (this.steps + 1) / warmUpSteps) : 1;
    return this.live.values.beta * share;
  }

  /** One step on pictures [B, h, w, c]. Its numbers are from before the update. */
  async step({x}: {readonly x: tf.Tensor}, random: Random) {
    const noise = random.normals(x.shape[0]! * this.latentSize);
    const draw = await this.#drawing(x, noise);
    const {reconstruction, kl} = await this.learn(() => this.#pass(x, draw));
    return {reconstruction, kl, elbo: -reconstruction - kl};
  }

  #pass(x: tf.Tensor, draw: Draw) {
    const {encoder, decoder} = this.#options;
    const code = codeOf(trainingPass(encoder, x, true));
    const output = trainingPass(decoder, draw(code), true);
    const reconstruction = this.likelihood.reconstruction(x, output);
    const kl = tf.mean(gaussianKl(code), 0); // [latentSize]
    return {loss: this.#loss(reconstruction, kl), reconstruction, kl: tf.sum(kl)};
  }

  #loss(reconstruction: tf.Scalar, kl: tf.Tensor): tf.Scalar {
    const {freeBits} = this.live.values;
    const taxed = freeBits > 0 ? tf.maximum(kl, freeBits) : kl;
    return tf.add(reconstruction, tf.mul(tf.sum(taxed), this.klWeight));
  }

  /** How codes are drawn in this step, for standard normal `noise` [B · latentSize]. */
  async #drawing(x: tf.Tensor, noise: Float32Array): Promise<Draw> {
    const {draw, encoder} = this.#options;
    if (!draw) {
      const shape: [number, number] = [x.shape[0]!, this.latentSize];
      return (code) => reparameterise(code, tf.tensor2d(noise, shape));
    }
    const code = tf.tidy(() => ({...codeOf(trainingPass(encoder, x, false))}));
    return outsideDraw(draw, code, noise);
  }
}

function checkSizes({encoder, decoder}: VaeNetworks): void {
  const [codes, latents] = [encoder.outputs[0]!.shape[1], decoder.inputs[0]!.shape[1]];
  if (codes !== 2 * latents!)
    throw new RangeError(
      `invalid encoder: ${codes} outputs (${2 * latents!}: means, log variances)`,
    );
}
