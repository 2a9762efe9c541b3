/**
 * A small classifier that learns few pictures for long, with two cures against learning them by heart:
 *
 *   dropout       a hidden neuron is silenced with probability p in a step, and the others count 1 / (1 - p) times (Srivastava et al., 2014)
 *   weight decay  w <- (1 - rate d) w before Adam's step, for kernels and not for biases (Loshchilov & Hutter, 2019)
 *
 * Pictures are [B, h, w, 1] in [-1, 1], labels [B].
 */
import type {Random} from "../random.js";
import * as tf from "../tf.js";
import {Adam} from "./adam.js";
import {crossEntropy} from "./classifier-step.js";
import {trainableWeights} from "./descent.js";
import {kernelsOf, type LayeredOptions, layeredNetwork} from "./layered-network.js";
import {Learner} from "./learner.js";
import {LiveParams} from "./live-params.js";
import type {Model} from "./model.js";

export interface RegularisedOptions extends LayeredOptions {
  readonly learningRate: number;
  readonly dropout: number;
  readonly weightDecay: number;
}

type Labelled = {readonly x: tf.Tensor; readonly label: tf.Tensor};

type Live = {
  readonly learningRate: number;
  readonly dropout: number;
  readonly weightDecay: number;
};

export class RegularisedClassifier extends Learner<Live> implements Model<Labelled> {
  readonly networks: {readonly classifier: tf.Sequential};

  constructor(options: RegularisedOptions, random: Random) {
    const classifier = layeredNetwork(options, random);
    const {learningRate, dropout, weightDecay} = options;
    super({
      networks: {classifier},
      optimisers: {adam: new Adam(trainableWeights(classifier))},
      live: new LiveParams({learningRate, dropout, weightDecay}),
    });
    this.networks = {classifier};
  }

  /** The loss from before the update, with neurons silenced. */
  async step({x, label}: Labelled, random: Random) {
    const {learningRate, weightDecay} = this.live.values;
    tf.tidy(() => {
      for (const kernel of weightDecay > 0 ? kernelsOf(this.networks.classifier) : [])
        kernel.assign(tf.mul(kernel, 1 - learningRate * weightDecay));
    });
    return this.learn(() => ({
      loss: crossEntropy(this.#silenced(x, random), label as tf.Tensor1D),
    }));
  }

  /** Logits of a pass in which neurons of all hidden layers are silenced. */
  #silenced(x: tf.Tensor, random: Random): tf.Tensor2D {
    const {layers} = this.networks.classifier;
    const {dropout} = this.live.values;
    return layers.reduce((values, layer, i) => {
      const given = layer.apply(values) as tf.Tensor;
      const isHidden = i > 0 && i < layers.length - 1;
      return isHidden && dropout > 0 ? tf.mul(given, mask(given.shape, dropout, random)) : given;
    }, x) as tf.Tensor2D;
  }
}

/** 0 with probability p, else 1 / (1 - p). */
function mask(shape: number[], p: number, random: Random): tf.Tensor {
  const values = Float32Array.from({length: tf.util.sizeFromShape(shape)}, () =>
    random.uniform(0, 1) < p ? 0 : 1 / (1 - p),
  );
  return tf.tensor(values, shape);
}
