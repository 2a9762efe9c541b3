/**
 * A GAN's discriminator D as a judge: a logit for every sample, and from it the probability that the sample is real.
 * A critic's logits mean something only by their differences, so that they are taken less the middle between the means of real and
 * generated samples:
 *
 *   middle = (mean[r] + mean[f]) / 2
 *
 * Samples are [B, ...], logits and probabilities [B, 1].
 */
import type {NamedArrays} from "../array.js";
import * as tf from "../tf.js";
import type {Condition} from "./gan-condition.js";
import type {GanLive} from "./gan-live-params.js";
import {type GanLoss, ganLosses} from "./gan-losses.js";
import type {Kept} from "./learner-state.js";
import type {LiveParams} from "./live-params.js";
import type {NamedShapes} from "./model-state.js";
import {trainingPass} from "./training-pass.js";

/** It owns neither the network nor the params. What it keeps of itself is the middle. */
export class Discriminator implements Kept {
  /** A critic's middle as of the last step; 0 for the other losses. */
  middle = 0;

  constructor(
    readonly network: tf.Sequential,
    readonly condition: Condition,
    readonly live: LiveParams<GanLive>,
  ) {}

  get loss(): GanLoss {
    return ganLosses[this.live.values.loss];
  }

  /** Logits of `samples`, each judged as one of the class that it was asked for, where classes are told. */
  logits(samples: tf.Tensor, asked?: tf.Tensor2D): tf.Tensor {
    return this.condition.logits(trainingPass(this.network, samples, false), asked);
  }

  /** The middle of a step's logits, []. */
  middleOf(real: tf.Tensor, fake: tf.Tensor): tf.Scalar {
    if (!this.loss.isCritic) return tf.scalar(0);
    return tf.mul(0.5, tf.add(tf.mean(real), tf.mean(fake)));
  }

  /** The probability of real behind `logits`. */
  probability(logits: tf.Tensor, middle: tf.Tensor | number = this.middle): tf.Tensor {
    const {probability, isCritic} = this.loss;
    return probability(isCritic ? tf.sub(logits, middle) : logits);
  }

  state(): NamedArrays {
    return {middle: {data: Float32Array.of(this.middle), shape: [1]}};
  }

  /** States of before there were critics have no middle. */
  shapes({middle}: NamedArrays): NamedShapes {
    return middle ? {middle: [1]} : {};
  }

  restore({middle}: NamedArrays): void {
    this.middle = middle?.data[0] ?? 0;
  }
}
