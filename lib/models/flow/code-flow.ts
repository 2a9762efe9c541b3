/**
 * The networks of latent-flow.ts: a coder of pictures, whose codes are places or clouds, and a dense network that is given a code and the
 * time together.
 *
 *     code [B, L], time [B, 16]  ->  W -> W -> W  ->  velocity [B, L]
 *
 * Its last layer is zero at first: it says that nothing moves.
 */
import type {Random} from "../../random.js";
import * as tf from "../../tf.js";
import {type AutoencoderNetworks, autoencoderNetworks} from "../autoencoder-networks.js";
import {initialise} from "../initial-weights.js";

/** Numbers that a time is told by. */
export const timeSize = 16;

export interface CoderShape {
  /** Neurons of the layers next to the picture. */
  readonly width: number;
  /** Numbers in a code, L. */
  readonly latentSize: number;
  /** Whether codes are clouds: the encoder then gives 2L numbers, means and log variances. */
  readonly isCloudy: boolean;
}

/** Encoder and decoder, their kernels still zero. */
export function coderNetworks({width, latentSize, isCloudy}: CoderShape): AutoencoderNetworks {
  const {encoder, decoder} = autoencoderNetworks({width, latentSize, normalised: false});
  if (!isCloudy) return {encoder, decoder};
  const twice = autoencoderNetworks({width, latentSize: 2 * latentSize, normalised: false});
  encoder.dispose();
  twice.decoder.dispose();
  return {encoder: twice.encoder, decoder};
}

/** Of `width` W for codes of `latentSize` L; its kernels are still zero. */
export function codeDenoiser(latentSize: number, width: number): tf.LayersModel {
  const {concatenate, dense} = tf.layers;
  const zeros = {kernelInitializer: "zeros"} as const;
  const hidden = {units: width, activation: "relu", ...zeros} as const;
  const code = tf.input({shape: [latentSize], name: "code"});
  const time = tf.input({shape: [timeSize], name: "time"});
  const both = concatenate({name: "both"}).apply([code, time]);
  const layers = [
    dense({name: "hidden1", ...hidden}),
    dense({name: "hidden2", ...hidden}),
    dense({name: "hidden3", ...hidden}),
    dense({name: "output", units: latentSize, ...zeros}),
  ];
  const output = layers.reduce((x, layer) => layer.apply(x), both) as tf.SymbolicTensor;
  return tf.model({name: "denoiser", inputs: [code, time], outputs: output});
}

/** Draws its first weights; the last layer stays zero. */
export function initialiseAtRest(denoiser: tf.LayersModel, random: Random): void {
  initialise(denoiser, random, "he");
  const output = denoiser.layers.at(-1)!;
  const zeros = output.getWeights().map((weight) => tf.zerosLike(weight));
  output.setWeights(zeros);
  tf.dispose(zeros);
}
