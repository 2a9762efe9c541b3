/**
 * A GAN's discriminator D as a judge: a logit for every sample, and from it the probability that the sample is real.
 * A critic's logits mean something only by their differences, so that they are taken less the middle between the means of real and
 * generated samples:
 *
 *   middle = (mean[r] + mean[f]) / 2
 *
 * Samples are [B, ...], logits and probabilities [B, 1].
 */
import * as tf from "../tf.js";
import type {Condition} from "./gan-condition.js";
import type {GanLiveParams} from "./gan-live-params.js";
import {trainingPass} from "./training-pass.js";

/** It owns neither the network nor the params. */
export class GanJudge {
  /** A critic's middle as of the last step; 0 for the other losses. */
  middle = 0;

  constructor(
    readonly network: tf.Sequential,
    readonly condition: Condition,
    readonly live: GanLiveParams,
  ) {}

  /** Logits of `samples`, each judged as one of the class that it was asked for, where classes are told. */
  logits(samples: tf.Tensor, asked?: tf.Tensor2D): tf.Tensor {
    return this.condition.logits(trainingPass(this.network, samples, false), asked);
  }

  /** The middle of a step's logits, []. */
  middleOf(real: tf.Tensor, fake: tf.Tensor): tf.Scalar {
    if (!this.live.loss.isCritic) return tf.scalar(0);
    return tf.mul(0.5, tf.add(tf.mean(real), tf.mean(fake)));
  }

  /** The probability of real behind `logits`. */
  probability(logits: tf.Tensor, middle: tf.Tensor | number = this.middle): tf.Tensor {
    const {probability, isCritic} = this.live.loss;
    return probability(isCritic ? tf.sub(logits, middle) : logits);
  }
}
