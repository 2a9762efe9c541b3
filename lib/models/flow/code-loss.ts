/**
 * The loss of an autoencoder whose codes are places, or clouds that cost something (vae.ts):
 *
 *     reconstruction + beta KL(q(z | x) || N(0, 1)),   both in nats per picture, means over the batch
 */
import {sigmoidCrossEntropy} from "../../kernels/losses/sigmoid-cross-entropy.js";
import * as tf from "../../tf.js";
import {type AutoencoderNetworks, logitsOf} from "../autoencoder-networks.js";
import {codeOf, gaussianKl, reparameterise} from "../gaussian-code.js";
import {trainingPass} from "../training-pass.js";

export interface CodeCost {
  /** 0 for places. */
  readonly beta: number;
  /** Standard normal numbers [B, L] for draws from the clouds; without them their middles are decoded. */
  readonly noise?: Float32Array | undefined;
}

/** On pictures `x` [B, 28, 28, 1]. To be called within a `tf.tidy`. */
export function codeLoss(
  {encoder, decoder}: AutoencoderNetworks,
  x: tf.Tensor,
  {beta, noise}: CodeCost,
) {
  const encoded = trainingPass(encoder, x, true) as tf.Tensor2D;
  if (beta === 0) {
    const reconstruction = nats(x, logitsOf(decoder, encoded));
    return {loss: reconstruction, reconstruction};
  }
  const code = codeOf(encoded);
  const drawn = noise ? reparameterise(code, tf.tensor2d(noise, code.mean.shape)) : code.mean;
  const reconstruction = nats(x, logitsOf(decoder, drawn));
  const kl = tf.sum(tf.mean(gaussianKl(code), 0));
  return {loss: tf.add(reconstruction, tf.mul(kl, beta)) as tf.Scalar, reconstruction};
}

/** The cross-entropy of the pixels, summed over a picture. */
function nats(x: tf.Tensor, logits: tf.Tensor2D): tf.Scalar {
  const whites = tf.mul(tf.add(tf.reshape(x, logits.shape), 1), 0.5);
  return tf.mul(sigmoidCrossEntropy(whites, logits), logits.shape[1]) as tf.Scalar;
}
