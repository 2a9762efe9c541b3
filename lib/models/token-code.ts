/**
 * The code of pictures as tokens: a picture's codes, the entries of a codebook that are nearest to them, and the picture that is drawn of these.
 *
 *     L = -ln p(x | q(e(x))) + weight · commitment,   a mean over the batch, in nats per picture
 *
 * (van den Oord et al., 2017, eq. 3). Pictures are [B, h, w, 1] in [-1, 1], with codes on a grid of 7 by 7 [B · 49, D], and K entries.
 */
import * as tf from "../tf.js";
import type {Codebook} from "./codebook.js";
import {likelihoodOf} from "./likelihoods.js";
import {placeCount} from "./token-grid.js";
import {trainingPass} from "./training-pass.js";
import {quantise} from "./vector-quantiser.js";

export interface TokenCode {
  readonly encoder: tf.Sequential;
  readonly decoder: tf.Sequential;
  readonly codebook: Codebook;
}

/** Of the pixels of a picture, given its tokens. */
export const likelihood = likelihoodOf("bernoulli", 1);

/** e(x), [B · 49, D]. */
export function codeVectors({encoder, codebook}: TokenCode, x: tf.Tensor): tf.Tensor2D {
  return tf.reshape(trainingPass(encoder, x, false), [-1, codebook.entries.shape[1]]);
}

/** Pictures drawn of their own tokens, with the loss of that and its parts. */
export function redrawn(code: TokenCode, x: tf.Tensor, weight: number) {
  const {decoder, codebook} = code;
  const vectors = codeVectors(code, x);
  const {entries, commitment: sum} = quantise(vectors, codebook.entries);
  const grid = [x.shape[0]!, ...decoder.inputs[0]!.shape.slice(1)] as number[];
  const logits = trainingPass(decoder, tf.reshape(entries, grid), false);
  const reconstruction = likelihood.reconstruction(x, logits);
  const commitment = tf.div(sum, x.shape[0]!) as tf.Scalar;
  const loss = tf.add(reconstruction, tf.mul(commitment, weight)) as tf.Scalar;
  return {loss, reconstruction, commitment, vectors};
}

/** Sequences for token-network.ts: the class of each picture, `label` [n], then its one-hot tokens [n · 49, K]. [n, 50, 1, K] */
export function labelledSequence(tokens: tf.Tensor, label: tf.Tensor): tf.Tensor4D {
  const [count, entries] = [label.shape[0]!, tokens.shape[1]!];
  const classes = tf.oneHot(tf.cast(label, "int32"), entries, 1, 0, "float32");
  const places = tf.reshape(tokens, [count, placeCount, 1, entries]);
  return tf.concat([tf.reshape(classes, [count, 1, 1, entries]), places], 1) as tf.Tensor4D;
}
