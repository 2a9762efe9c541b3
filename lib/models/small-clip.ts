/**
 * A small CLIP (Radford et al., 2021): two towers (clip-towers.ts) learn by the contrastive loss (contrastive-loss.ts) which captions and
 * pictures belong together. How sharply similarities are told apart is learned as well, as the logarithm of the scale, and kept below
 * 100 as in the paper, section 2.5.
 *
 * Pictures are [B, s, s, 3] in [-1, 1], words [B, V] of 0 and 1.
 */
import type {NamedArrays} from "../array.js";
import type {Images} from "../image.js";
import type {Random} from "../random.js";
import * as tf from "../tf.js";
import {Adam} from "./adam.js";
import {clipTowers, directions, embeddingSize, type TowerShape} from "./clip-towers.js";
import {contrastiveLoss} from "./contrastive-loss.js";
import {trainableWeights} from "./descent.js";
import {inChunks, type Rows} from "./in-chunks.js";
import {Learner} from "./learner.js";
import type {Kept} from "./learner-state.js";
import {LiveParams} from "./live-params.js";
import type {Model} from "./model.js";

export interface SmallClipOptions extends TowerShape {
  readonly learningRate: number;
  /** Updates over which the learning rate falls to a tenth; 0 leaves it. */
  readonly decaySteps: number;
}

/** Pictures and the words of their captions. */
type Captioned = {readonly x: tf.Tensor; readonly words: tf.Tensor};

/** The scale at first, and the most it may become: one over a temperature of 0.07 and of 0.01. */
const [firstScale, mostScale] = [1 / 0.07, 100];

/** The model of the run. Its live param is `learningRate`. */
export class SmallClip extends Learner implements Model<Captioned> {
  readonly networks: {readonly picture: tf.LayersModel; readonly text: tf.LayersModel};
  readonly #logScale: tf.Variable;

  /** First weights are drawn by `random`. */
  constructor(options: SmallClipOptions, random: Random) {
    const {learningRate, decaySteps} = options;
    const towers = clipTowers(options, random);
    const {picture, text} = towers;
    const logScale = tf.tidy(() => tf.variable(tf.scalar(Math.log(firstScale))));
    super({
      networks: {picture, text},
      optimisers: {adam: new Adam([...trainableWeights(picture, text), logScale])},
      decaySteps,
      live: new LiveParams({learningRate}),
      keeps: [keptScale(logScale)],
    });
    this.networks = towers;
    this.#logScale = logScale;
  }

  /** `loss`, and the `temperature`, both from before the update. */
  async step({x, words}: Captioned) {
    const {loss, scale} = await this.learn(() => {
      const scale = tf.minimum(tf.exp(this.#logScale), mostScale) as tf.Scalar;
      const pictures = directions(this.networks.picture.apply(x, {training: true}) as tf.Tensor);
      const captions = directions(this.networks.text.apply(words, {training: true}) as tf.Tensor);
      return {loss: contrastiveLoss(pictures, captions, scale), scale};
    });
    return {loss, temperature: 1 / scale};
  }

  /** Directions [n, 32] of pictures [n, s, s, 3]. */
  embedPictures(images: Images): Promise<Float32Array> {
    return embed(this.networks.picture, images);
  }

  /** Directions [n, 32] of bags of words [n, V]. */
  embedWords(bags: Float32Array): Promise<Float32Array> {
    const width = this.networks.text.inputs[0]!.shape[1]!;
    return embed(this.networks.text, {data: bags, shape: [bags.length / width, width]});
  }

  override dispose(): void {
    super.dispose();
    this.#logScale.dispose();
  }
}

async function embed(tower: tf.LayersModel, rows: Rows): Promise<Float32Array> {
  const [found] = await inChunks(rows, {widths: [embeddingSize], chunk: 128}, (batch) => [
    directions(tower.predictOnBatch(batch) as tf.Tensor),
  ]);
  return found!;
}

/** The scale in a state. */
function keptScale(logScale: tf.Variable): Kept {
  const shapes = () => ({logScale: []});
  return {
    shapes,
    state: async () => ({logScale: {data: (await logScale.data<"float32">()).slice(), shape: []}}),
    restore(state: NamedArrays) {
      tf.tidy(() => logScale.assign(tf.scalar(state.logScale!.data[0]!)));
    },
  };
}
