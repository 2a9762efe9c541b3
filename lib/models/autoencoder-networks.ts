/** The two networks of autoencoder.ts, what the one makes of pictures, and the decoder's logits. */
import type {Images} from "../image.js";
import * as tf from "../tf.js";
import {inChunks} from "./in-chunks.js";

export interface AutoencoderNetworks {
  readonly encoder: tf.Sequential;
  readonly decoder: tf.Sequential;
}

const side = 28;
export const codeSize = 2;

export interface AutoencoderShape {
  /** Neurons of the layers next to the picture; the shapes below are those of 256. */
  readonly width: number;
  /** Numbers in a code, default 2. */
  readonly latentSize?: number;
  /** Whether codes are normalised over the batch, default true; otherwise they lie where the encoder likes. */
  readonly normalised?: boolean;
}

/** Both networks, their kernels still zero. */
export function autoencoderNetworks({
  width,
  latentSize = codeSize,
  normalised = true,
}: AutoencoderShape): AutoencoderNetworks {
  const {activation, batchNormalization, dense, flatten, reshape} = tf.layers;
  const plain = {kernelInitializer: "zeros"} as const;
  const relu = {activation: "relu", ...plain} as const;
  const narrow = Math.max(latentSize, Math.round(width / 4));
  const encoder = tf.sequential({
    name: "encoder",
    layers: [
      flatten({name: "pixels", inputShape: [side, side, 1]}), // [n, 784]
      dense({name: "wide", units: width, ...relu}), // [n, 256]
      dense({name: "narrow", units: narrow, ...relu}), // [n, 64]
      dense({name: "place", units: latentSize, useBias: false, ...plain}), // [n, 2]
      ...(normalised ? [batchNormalization({name: "code"})] : []),
    ],
  });
  const decoder = tf.sequential({
    name: "decoder",
    layers: [
      dense({name: "narrow", units: narrow, inputShape: [latentSize], ...relu}), // [n, 64]
      dense({name: "wide", units: width, ...relu}), // [n, 256]
      dense({name: "pixels", units: side * side, ...plain}), // [n, 784]
      activation({name: "grey", activation: "tanh"}),
      reshape({name: "picture", targetShape: [side, side, 1]}), // [n, 28, 28, 1]
    ],
  });
  return {encoder, decoder};
}

/**
 * The logits of white that `decoder` gives the pixels of `code` [B, 2], [B, 784], while it learns. Its pixels in [-1, 1] are
 * 2 sigma(logit) - 1 = tanh(logit / 2), so the layer before the tanh gives half the logits.
 */
export function logitsOf(decoder: tf.Sequential, code: tf.Tensor2D): tf.Tensor2D {
  const layers = decoder.layers.slice(
    0,
    decoder.layers.findIndex(({name}) => name === "grey"),
  );
  const half = layers.reduce<tf.Tensor>(
    (x, layer) => layer.apply(x, {training: true}) as tf.Tensor,
    code,
  );
  return tf.mul(half, 2) as tf.Tensor2D;
}

/** The codes of `images` [n, 28, 28, 1], [n, latentSize], `chunk` pictures at a time. Frees its tensors. */
export async function encode(
  encoder: tf.LayersModel,
  images: Images,
  chunk = 500,
): Promise<Float32Array> {
  const [, h, w, c] = images.shape;
  if (h !== side || w !== side || c !== 1)
    throw new RangeError(`invalid picture shape: ${h}x${w}x${c} (${side}x${side}x1)`);
  const widths = [encoder.outputs[0]!.shape[1]!];
  const [codes] = await inChunks(images, {widths, chunk}, (batch) => [
    encoder.predictOnBatch(batch) as tf.Tensor,
  ]);
  return codes!;
}
