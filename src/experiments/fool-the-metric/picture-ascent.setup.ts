/**
 * Pictures that climb a score: the pixels are the weights, and Adam moves them along the gradient of what a classifier that stands still
 * makes of them (Szegedy and others, 2014; Nguyen, Yosinski & Clune, 2015):
 *
 *     x <- clip(x + update(∂score/∂x), -1, 1),   x [n, 28, 28, 1]
 *
 * - `certainty`: mean_i log max_k p_ik, in words how sure it is of whatever it sees;
 * - `inception`: mean_i log p_i,d(i), for the digit d(i) = i mod 10 that each is dealt. Where all are sure of theirs the Inception Score is
 *   as high as it gets; its own slope vanishes wherever a picture is sure, so that climbing it gets stuck below;
 * - `frechet`: minus the Fréchet distance of their features from real ones (frechet-pull.ts).
 *
 * As a network the pictures are a dense layer without bias: told the number of a picture, it draws that one.
 */
import type {Images} from "../../lib/image.js";
import {type FrechetPull, frechetPull} from "../../lib/metrics/frechet-pull.js";
import {Adam} from "../../lib/models/adam.js";
import {type Classifier, classCount} from "../../lib/models/classifier.js";
import {trainableWeights} from "../../lib/models/descent.js";
import {opinionOf} from "../../lib/models/frozen-classifier.js";
import {Learner} from "../../lib/models/learner.js";
import {LiveParams} from "../../lib/models/live-params.js";
import type {Model} from "../../lib/models/model.js";
import {variableOf} from "../../lib/models/model-state.js";
import {pixelNetwork} from "../../lib/models/pixel-network.js";
import * as tf from "../../lib/tf.js";

export const attackedScores = ["certainty", "inception", "frechet"] as const;
export type AttackedScore = (typeof attackedScores)[number];

export interface PictureAscentOptions {
  /** The pictures before the first step, in [-1, 1]. */
  readonly start: Images;
  readonly attack: AttackedScore;
  /** The one whose opinion is climbed. It stays the caller's. */
  readonly classifier: Pick<Classifier, "network" | "reference">;
  readonly learningRate: number;
}

/** The numbers of all pictures, one-hot [n, n]. */
type Numbered = {readonly x: tf.Tensor};

/** The model of the run. Its live param is `learningRate`. */
export class PictureAscent extends Learner implements Model<Numbered> {
  readonly networks: {readonly pictures: tf.Sequential};
  readonly #options: PictureAscentOptions;
  readonly #pull: (features: Float32Array) => FrechetPull;

  constructor(options: PictureAscentOptions) {
    const pictures = pixelNetwork(options.start);
    super({
      networks: {pictures},
      optimisers: {adam: new Adam(trainableWeights(pictures))},
      live: new LiveParams({learningRate: options.learningRate}),
    });
    this.networks = {pictures};
    this.#options = options;
    this.#pull = frechetPull(options.classifier.reference);
  }

  /** `score`: what is climbed, from before the step: certainty in per cent, the probability of the dealt digits, or the distance. */
  async step({x}: Numbered) {
    const {attack} = this.#options;
    const score = attack === "frechet" ? await this.#approach(x) : await this.#climb(x, attack);
    this.#clip();
    return {score};
  }

  /** The pictures as they are, [n, 28, 28, 1] in [-1, 1]. */
  async pictures(): Promise<Images> {
    const {shape} = this.#options.start;
    return {data: (await this.#pixels.data()).slice() as Float32Array, shape};
  }

  async #climb(x: tf.Tensor, attack: "certainty" | "inception"): Promise<number> {
    const {loss} = await this.learn(() => {
      const {logits} = this.#opinion(x);
      return {loss: tf.neg(attack === "certainty" ? sureness(logits) : obedience(logits))};
    });
    return attack === "certainty" ? 100 * Math.exp(-loss) : Math.exp(-loss);
  }

  /** The gradient with respect to the features is known; that of their product with it is the same. */
  async #approach(x: tf.Tensor): Promise<number> {
    const features = tf.tidy(() => this.#opinion(x).features);
    const {distance, gradient} = this.#pull((await features.data()) as Float32Array);
    const {shape} = features;
    features.dispose();
    await this.learn(() => {
      const pull = tf.tensor2d(gradient, shape);
      return {loss: tf.sum(tf.mul(this.#opinion(x).features, pull)) as tf.Scalar};
    });
    return distance;
  }

  #opinion(x: tf.Tensor) {
    return opinionOf(
      this.#options.classifier.network,
      this.networks.pictures.apply(x) as tf.Tensor,
    );
  }

  get #pixels(): tf.Variable {
    return variableOf(this.networks.pictures.trainableWeights[0]!);
  }

  #clip(): void {
    tf.tidy(() => this.#pixels.assign(tf.clipByValue(this.#pixels, -1, 1)));
  }
}

/** mean_i log max_k p_ik, [] */
function sureness(logits: tf.Tensor2D): tf.Scalar {
  return tf.mean(tf.max(tf.logSoftmax(logits), 1));
}

/** mean_i log p_i,d(i), [], for the digit d(i) = i mod 10 that is dealt to each picture. */
function obedience(logits: tf.Tensor2D): tf.Scalar {
  const dealt = Int32Array.from({length: logits.shape[0]}, (_, i) => i % classCount);
  const wanted = tf.oneHot(tf.tensor1d(dealt, "int32"), classCount);
  return tf.mean(tf.sum(tf.mul(tf.logSoftmax(logits), wanted), 1));
}
