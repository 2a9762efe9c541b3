/**
 * A picture that shows what one picture shows, as another one is painted: its pixels are the weights, and descend (Gatys, Ecker & Bethge, 2016,
 * section 2.3, there with L-BFGS, here with Adam)
 *
 *     L = α content + β style + γ TV,     x <- clip(x + update(∂L/∂x), -1, 1)
 *
 * with the three parts of style-losses.ts, by a network that stands still. Pictures are [1, s, s, 3] in [-1, 1]; content and style need not be of the
 * same size as each other.
 */
import type {Images} from "../image.js";
import * as tf from "../tf.js";
import {Adam} from "./adam.js";
import {trainableWeights} from "./descent.js";
import {Learner} from "./learner.js";
import {LiveParams} from "./live-params.js";
import type {Model} from "./model.js";
import {variableOf} from "./model-state.js";
import {looksAt} from "./picture-looks.js";
import {pixelNetwork} from "./pixel-network.js";
import {contentOf, relativeDistance, styleOf, totalVariation} from "./style-losses.js";

export interface StyleTransferOptions extends StyleWeights {
  /** The picture before the first step, as large as `content`. */
  readonly start: Images;
  readonly content: Images;
  readonly style: Images;
  /** The one whose maps are compared. It stays the caller's. */
  readonly network: tf.LayersModel;
  /** Convolutions whose Gram matrices are compared, and sizes at which the network looks. */
  readonly depth: number;
  readonly scales: number;
}

/** Live params. */
type StyleWeights = {
  readonly learningRate: number;
  /** α, β and γ. */
  readonly contentWeight: number;
  readonly styleWeight: number;
  readonly smoothness: number;
};

/** The picture's number, [1, 1]: 1. */
type Numbered = {readonly x: tf.Tensor};

/** The model of the run. */
export class StyleTransfer extends Learner<StyleWeights> implements Model<Numbered> {
  readonly networks: {readonly pictures: tf.Sequential};
  readonly #options: StyleTransferOptions;
  readonly #content: readonly tf.Tensor[];
  readonly #style: readonly tf.Tensor[];

  constructor(options: StyleTransferOptions) {
    const {start, network, depth, scales} = options;
    const {learningRate, contentWeight, styleWeight, smoothness} = options;
    const pictures = pixelNetwork(start);
    super({
      networks: {pictures},
      optimisers: {adam: new Adam(trainableWeights(pictures))},
      live: new LiveParams({learningRate, contentWeight, styleWeight, smoothness}),
    });
    this.networks = {pictures};
    this.#options = options;
    const looks = ({data, shape}: Images) =>
      looksAt(network, tf.tensor4d(data, [...shape]), scales);
    this.#content = tf.tidy(() => [...contentOf(looks(options.content))]);
    this.#style = tf.tidy(() => [...styleOf(looks(options.style), depth)]);
  }

  /** The loss and its parts before they are weighted, from before the step. */
  async step({x}: Numbered) {
    const {network, depth, scales} = this.#options;
    const seen = await this.learn(() => {
      const picture = this.networks.pictures.apply(x) as tf.Tensor4D;
      const looks = looksAt(network, picture, scales);
      const content = relativeDistance(contentOf(looks), this.#content);
      const style = relativeDistance(styleOf(looks, depth), this.#style);
      const roughness = totalVariation(picture);
      return {loss: this.#weighted(content, style, roughness), content, style, roughness};
    });
    tf.tidy(() => this.#pixels.assign(tf.clipByValue(this.#pixels, -1, 1)));
    return seen;
  }

  /** As it is, [1, s, s, 3] in [-1, 1]. */
  async picture(): Promise<Images> {
    const {shape} = this.#options.start;
    return {data: (await this.#pixels.data()).slice() as Float32Array, shape};
  }

  override dispose(): void {
    super.dispose();
    tf.dispose([...this.#content, ...this.#style]);
  }

  #weighted(content: tf.Scalar, style: tf.Scalar, roughness: tf.Scalar): tf.Scalar {
    const {contentWeight, styleWeight, smoothness} = this.live.values;
    return tf.addN([
      tf.mul(content, contentWeight),
      tf.mul(style, styleWeight),
      tf.mul(roughness, smoothness),
    ]) as tf.Scalar;
  }

  get #pixels(): tf.Variable {
    return variableOf(this.networks.pictures.trainableWeights[0]!);
  }
}
