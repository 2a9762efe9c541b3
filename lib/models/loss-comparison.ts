/**
 * Networks that differ in their loss alone: all see the upper rows of a picture and guess the others, begin with the same weights as
 * far as they have the same, and learn from the same batches.
 *
 *     [B, 28, 28, 1], its lower rows 0  ->  hidden [B, width], ReLU  ->  unseen pixels [B, P], tanh;  or [B, P L]: shares of levels
 */
import type {Random} from "../random.js";
import * as tf from "../tf.js";
import {Adam} from "./adam.js";
import {trainableWeights} from "./descent.js";
import {layeredNetwork} from "./layered-network.js";
import {Learner} from "./learner.js";
import {LiveParams} from "./live-params.js";
import type {Model} from "./model.js";
import {
  absoluteLoss,
  featureLoss,
  levelCount,
  levelLoss,
  likeliestShades,
  type PictureLossName,
  pictureLossNames,
  squaredLoss,
} from "./picture-losses.js";

export interface LossComparisonOptions {
  /** Rows that are seen, from the top, of 28. */
  readonly rows: number;
  readonly width: number;
  readonly learningRate: number;
}

const side = 28;

type Pictures = {readonly x: tf.Tensor};
type Losses = Readonly<Record<PictureLossName, number>>;

export class LossComparison extends Learner implements Model<Pictures> {
  readonly networks: Readonly<Record<PictureLossName, tf.Sequential>>;
  readonly #rows: number;
  readonly #classifier: tf.LayersModel;
  readonly #optimisers: Readonly<Record<string, Adam>>;

  /** `classifier` (classifier.ts) stays its owner's and learns nothing. */
  constructor(options: LossComparisonOptions, classifier: tf.LayersModel, random: Random) {
    const networks = Object.fromEntries(
      pictureLossNames.map((name) => [name, guesser(name, options, random.fork("weights"))]),
    ) as Record<PictureLossName, tf.Sequential>;
    const optimisers = Object.fromEntries(
      pictureLossNames.map((name) => [`${name}/adam`, new Adam(trainableWeights(networks[name]))]),
    );
    const {learningRate} = options;
    super({networks, optimisers, live: new LiveParams({learningRate})});
    this.networks = networks;
    this.#rows = options.rows;
    this.#classifier = classifier;
    this.#optimisers = optimisers;
  }

  /** Each network's own loss from before its update. */
  async step({x}: Pictures): Promise<Losses> {
    return this.take(() => {
      const losses = pictureLossNames.map((name) => {
        const forward = () => ({loss: this.#lossOf(name, x)});
        return [name, this.descend(this.#optimisers[`${name}/adam`]!, forward).loss] as const;
      });
      return Object.fromEntries(losses) as Record<PictureLossName, tf.Scalar>;
    });
  }

  /** `x` [B, 28, 28, 1] with its lower rows as the network of this loss guesses them, within a `tf.tidy`. */
  completed(name: PictureLossName, x: tf.Tensor): tf.Tensor {
    return this.#whole(x, this.#answer(name, x));
  }

  /** The pixels of the lower rows, [B, P]. */
  unseen(x: tf.Tensor): tf.Tensor {
    return tf.reshape(tf.slice(x, [0, this.#rows]), [x.shape[0]!, -1]);
  }

  #lossOf(name: PictureLossName, x: tf.Tensor): tf.Scalar {
    if (name === "levels") return levelLoss(this.#logits(name, x), this.unseen(x));
    const answer = this.#answer(name, x);
    if (name === "features") return featureLoss(this.#classifier, this.#whole(x, answer), x);
    return (name === "squared" ? squaredLoss : absoluteLoss)(answer, this.unseen(x));
  }

  /** Shades of the unseen pixels, [B, P]. */
  #answer(name: PictureLossName, x: tf.Tensor): tf.Tensor {
    const logits = this.#logits(name, x);
    return name === "levels" ? likeliestShades(logits) : tf.tanh(logits);
  }

  #logits(name: PictureLossName, x: tf.Tensor): tf.Tensor {
    return this.networks[name].apply(this.#seen(x)) as tf.Tensor;
  }

  /** `x` as the networks see it: 0 in its lower rows. */
  #seen(x: tf.Tensor): tf.Tensor {
    return this.#whole(x, tf.zeros([x.shape[0]!, (side - this.#rows) * side]));
  }

  #whole(x: tf.Tensor, lower: tf.Tensor): tf.Tensor {
    const count = x.shape[0]!;
    const upper = tf.slice(x, [0, 0], [count, this.#rows]);
    return tf.concat([upper, tf.reshape(lower, [count, side - this.#rows, side, 1])], 1);
  }
}

function guesser(name: PictureLossName, {rows, width}: LossComparisonOptions, random: Random) {
  const pixels = (side - rows) * side;
  const outputs = name === "levels" ? levelCount * pixels : pixels;
  return layeredNetwork({side, layers: 1, width, outputs, activation: "relu", gain: 1}, random);
}
