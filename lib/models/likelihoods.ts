/**
 * How likely a picture x is, given what a decoder says of it: -ln p(x | z), summed over the pixels of a picture, in nats.
 *
 * - `bernoulli`: the decoder gives logits, and a pixel is white with probability p = sigma(logit). A grey pixel counts as its
 *   share of white: -[x ln p + (1 - x) ln(1 - p)], black being 0 and white 1, which is the mean over pictures of black and
 *   white pixels drawn with these shares (Kingma & Welling, 2014, appendix C.1).
 * - `gaussian`: the decoder gives means in [-1, 1], and a pixel is N(mean, sigma²) (appendix C.2):
 *   (x - mean)² / (2 sigma²) + ln sigma + ln(2 pi) / 2. It is a density, so that its logarithm may have either sign.
 *
 * Pictures and outputs are [B, h, w, c], pictures in [-1, 1].
 */
import {sigmoidCrossEntropy} from "../kernels/losses/sigmoid-cross-entropy.js";
import * as tf from "../tf.js";

export type LikelihoodName = "bernoulli" | "gaussian";

export interface Likelihood {
  /** Mean over the batch of -ln p(x | z) in nats per picture, []. */
  reconstruction(pictures: tf.Tensor, output: tf.Tensor): tf.Scalar;
  /** The decoder's drawing: the mean of p(x | z), in [-1, 1]. */
  pictures(output: tf.Tensor): tf.Tensor;
}

/** `sigma` is the standard deviation of a pixel in units of [-1, 1]; only `gaussian` has one. Throws a RangeError. */
export function likelihoodOf(name: LikelihoodName, sigma: number): Likelihood {
  if (name === "bernoulli") return bernoulli;
  if (!(sigma > 0)) throw new RangeError(`invalid sigma: ${sigma} (a number above 0)`);
  return gaussian(sigma);
}

const bernoulli: Likelihood = {
  reconstruction(pictures, output) {
    const whites = tf.mul(tf.add(pictures, 1), 0.5);
    return tf.mul(sigmoidCrossEntropy(whites, output), pixelsOf(pictures));
  },
  pictures: (output) => tf.tanh(tf.mul(output, 0.5)), // 2 sigma(logit) - 1
};

function gaussian(sigma: number): Likelihood {
  const constant = Math.log(sigma) + Math.log(2 * Math.PI) / 2;
  return {
    reconstruction(pictures, output) {
      const square = tf.mean(tf.squaredDifference(pictures, output));
      const perPixel = tf.add(tf.mul(square, 1 / (2 * sigma * sigma)), constant);
      return tf.mul(perPixel, pixelsOf(pictures));
    },
    pictures: (output) => tf.clone(output),
  };
}

/** Values of one picture. */
function pixelsOf({size, shape}: tf.Tensor): number {
  return size / shape[0]!;
}
