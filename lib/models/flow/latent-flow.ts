/**
 * A flow in the space of codes (Vahdat et al., 2021; Rombach et al., 2022), in two stages. First an autoencoder learns codes for pictures:
 *
 *     code z = e(x) [B, L],   drawing d(z),   loss = cross-entropy of the drawing + beta KL(q(z | x) || N(0, 1)),   in nats per picture
 *
 * With a beta of 0 a code is a place; above, it is a cloud (gaussian-code.ts), and the autoencoder a VAE. Then both networks rest, and a
 * flow learns the straight path from noise to their codes, each number less its mean and over its spread:
 *
 *     y = (z - mean) / spread,   loss = mean of (network(y_t, t) - velocity)²
 *
 * It begins by saying 0. Noise then stays where it is, and as a code it comes from a normal distribution with the codes' own mean and
 * spread. Averaged weights code, draw and flow. Pictures are [B, 28, 28, 1] in [-1, 1].
 */
import type {NamedArrays} from "../../array.js";
import {type ByteImages, firstPictures, type Images, toFloats} from "../../image.js";
import type {Random} from "../../random.js";
import {Remembered} from "../../remembered.js";
import * as tf from "../../tf.js";
import {Adam} from "../adam.js";
import {type AutoencoderNetworks, encode} from "../autoencoder-networks.js";
import {trainableWeights} from "../descent.js";
import {generateImages} from "../generate.js";
import {initialise} from "../initial-weights.js";
import {Learner} from "../learner.js";
import {LiveParams} from "../live-params.js";
import type {Model} from "../model.js";
import {askNetwork, networkInputs} from "./ask-network.js";
import {codeDenoiser, coderNetworks, initialiseAtRest} from "./code-flow.js";
import {codeLoss} from "./code-loss.js";
import {type CodeScale, scaled, scaleOf, unscaled} from "./code-scale.js";
import {straightPath} from "./path.js";
import {trainingPair} from "./targets.js";
import {drawTimes} from "./time-draws.js";

export interface LatentFlowOptions {
  /** All that is learned from. */
  readonly pictures: ByteImages;
  readonly width: number;
  readonly latentSize: number;
  readonly beta: number;
  /** Updates of the autoencoder; those that follow are the flow's. */
  readonly codeSteps: number;
  readonly flowWidth: number;
  /** Codes that one update of the flow learns from. */
  readonly flowBatch: number;
  readonly learningRate: number;
  /** Decay of the running averages of the weights, 0 to below 1. */
  readonly averaging: number;
  /** Updates over which the flow's learning rate falls to a tenth; 0 leaves it. */
  readonly decaySteps: number;
}

/** The loss of a flow that says 0: the variance of a code's number, and that of the noise. */
const lossAtRest = 2;
/** Pictures whose codes tell the scale of all. */
const scaleCount = 1000;

/** The model of the run. Its live param is `learningRate`. */
export class LatentFlow extends Learner implements Model<{readonly x: tf.Tensor}> {
  /** Those with the averaged weights. */
  readonly networks: AutoencoderNetworks &
    Readonly<Record<string, tf.LayersModel>> & {
      readonly denoiser: tf.LayersModel;
    };
  readonly #options: LatentFlowOptions;
  readonly #learners: AutoencoderNetworks & {readonly denoiser: tf.LayersModel};
  readonly #coderAdam: Adam;
  readonly #flowAdam: Adam;
  readonly #scale = new Remembered<CodeScale>();
  readonly #codes = new Remembered<Float32Array>();
  #coderVersion = 0;

  constructor(options: LatentFlowOptions, random: Random) {
    const {latentSize, flowWidth, averaging: decay, learningRate, decaySteps} = options;
    const shape = {...options, isCloudy: options.beta > 0};
    const [coder, average] = [coderNetworks(shape), coderNetworks(shape)];
    const denoiser = codeDenoiser(latentSize, flowWidth);
    const averageDenoiser = codeDenoiser(latentSize, flowWidth);
    for (const network of [coder.encoder, coder.decoder])
      initialise(network, random.fork(network.name), "glorot");
    initialiseAtRest(denoiser, random.fork(denoiser.name));
    const [coderAdam, flowAdam] = [
      new Adam(trainableWeights(coder.encoder, coder.decoder)),
      new Adam(trainableWeights(denoiser)),
    ];
    super({
      networks: {
        "learner/encoder": coder.encoder,
        "average/encoder": {network: average.encoder, of: coder.encoder, decay},
        "learner/decoder": coder.decoder,
        "average/decoder": {network: average.decoder, of: coder.decoder, decay},
        "learner/denoiser": denoiser,
        "average/denoiser": {network: averageDenoiser, of: denoiser, decay},
      },
      optimisers: {coder: coderAdam, flow: flowAdam},
      decaySteps,
      live: new LiveParams({learningRate}),
    });
    this.networks = {...average, denoiser: averageDenoiser};
    this.#learners = {...coder, denoiser};
    this.#coderAdam = coderAdam;
    this.#flowAdam = flowAdam;
    this.#options = options;
  }

  /** Whether it is still the autoencoder that learns. */
  get isCoding(): boolean {
    return this.#coderAdam.steps < this.#options.codeSteps;
  }

  /** Another number whenever codes or drawings may have changed. */
  get coderVersion(): number {
    return this.#coderVersion;
  }

  /** One step of the stage that it is in, on pictures [B, 28, 28, 1] or on codes of any. Numbers are from before the update. */
  step({x}: {readonly x: tf.Tensor}, random: Random) {
    return this.isCoding ? this.#codeStep(x, random) : this.#flowStep(x, random);
  }

  override restore(state: NamedArrays): void {
    super.restore(state);
    this.#coderVersion += 1;
  }

  /** Scaled codes of `images` [n, 28, 28, 1], [n, L]; of clouds their middles. */
  async encode(images: Images): Promise<Float32Array> {
    return scaled(await this.#middles(images), await this.scale());
  }

  /** What the decoder draws of scaled codes [n, L]. */
  async decode(codes: Float32Array): Promise<Images> {
    return this.decodeUnscaled(unscaled(codes, await this.scale()));
  }

  decodeUnscaled(codes: Float32Array): Promise<Images> {
    return generateImages(this.networks.decoder, codes, 256);
  }

  /** The velocity of scaled codes `y` [n, L] at time `t`. */
  denoise(y: Float32Array, t: number): Promise<Float32Array> {
    return askNetwork(this.networks.denoiser, y, t);
  }

  /** Mean and spread of each number of a code. */
  scale(): Promise<CodeScale> {
    const {pictures, latentSize} = this.#options;
    return this.#scale.of(this.#coderVersion, async () => {
      const some = firstPictures(pictures, Math.min(scaleCount, pictures.shape[0]));
      return scaleOf(await this.#middles(toFloats(some)), latentSize);
    });
  }

  #codeStep(x: tf.Tensor, random: Random) {
    const {beta, latentSize} = this.#options;
    const noise = beta > 0 ? random.normals(x.shape[0]! * latentSize) : undefined;
    this.#coderVersion += 1;
    return this.take(() => {
      const {reconstruction} = this.descend(this.#coderAdam, () =>
        codeLoss(this.#learners, x, {beta, noise}),
      );
      return {reconstruction, flow: tf.scalar(lossAtRest)};
    });
  }

  async #flowStep(x: tf.Tensor, random: Random) {
    const codes = await this.#allCodes();
    const {beta, flowBatch, latentSize} = this.#options;
    const {denoiser} = this.#learners;
    const shape: [number, number] = [flowBatch, latentSize];
    const chosen = rowsOf(codes, latentSize, flowBatch, random);
    const times = drawTimes("uniform", flowBatch, random);
    const noise = random.normals(flowBatch * latentSize);
    return this.take(() => {
      const ends = {x1: tf.tensor2d(chosen, shape), x0: tf.tensor2d(noise, shape)};
      const {x: y, target} = trainingPair(ends, times, straightPath, "velocity");
      const {loss} = this.descend(this.#flowAdam, () => {
        const said = denoiser.apply(networkInputs(denoiser, y, times, undefined), {
          training: true,
        }) as tf.Tensor;
        return {loss: tf.mean(tf.squaredDifference(said, target)) as tf.Scalar};
      });
      const {reconstruction} = codeLoss(this.networks, x, {beta});
      return {reconstruction, flow: loss};
    });
  }

  /** Scaled codes of all pictures. */
  #allCodes(): Promise<Float32Array> {
    return this.#codes.of(this.#coderVersion, () => this.encode(toFloats(this.#options.pictures)));
  }

  async #middles(images: Images): Promise<Float32Array> {
    const {latentSize} = this.#options;
    const encoded = await encode(this.networks.encoder, images);
    const width = encoded.length / images.shape[0];
    return width === latentSize ? encoded : encoded.filter((_, i) => i % width < latentSize);
  }
}

/** `count` rows of `codes` [n, width], drawn at random. */
function rowsOf(codes: Float32Array, width: number, count: number, random: Random): Float32Array {
  const rows = new Float32Array(count * width);
  for (let i = 0; i < count; i++) {
    const row = random.integer(codes.length / width);
    rows.set(codes.subarray(row * width, (row + 1) * width), i * width);
  }
  return rows;
}
