/**
 * The two networks of a VAE for pictures, in two kinds. With W the width, N the narrow one, L the latent size and ReLU in between:
 *
 *   dense           encoder   [B, h, w, c] -> W -> N -> [B, 2L]
 *                   decoder   [B, L] -> N -> W -> [B, h, w, c]
 *   convolutional   encoder   [B, h, w, c] -> h/2 x w/2 x W -> h/4 x w/4 x 2W -> 8W -> [B, 2L]
 *                   decoder   [B, L] -> 8W -> h/4 x w/4 x 2W -> h/2 x w/2 x W -> [B, h, w, c]
 *
 * The encoder gives means, then log variances. The decoder gives logits, or for `gaussian` means in [-1, 1]. Stock layers only.
 */
import type {Random} from "../random.js";
import * as tf from "../tf.js";
import {initialise} from "./initial-weights.js";
import type {LikelihoodName} from "./likelihoods.js";
import {Vae, type VaeNetworks, type VaeOptions} from "./vae.js";

export type VaeKind = "dense" | "convolutional";

/** Sizes that decide the networks' shapes. */
export interface VaeShape {
  readonly kind: VaeKind;
  /** Height, width and channels of a picture; for `convolutional` multiples of 4. */
  readonly picture: readonly [h: number, w: number, c: number];
  readonly latentSize: number;
  readonly width: number;
  /** Of `dense`: neurons of the layers next to the code, default half the width. */
  readonly narrow?: number;
  readonly likelihood: LikelihoodName;
}

export interface PictureVaeOptions
  extends VaeShape,
    Omit<VaeOptions, "encoder" | "decoder" | "average"> {
  /** Decay of the running average of the weights, 0 to below 1; 0 draws with the last ones. */
  readonly averaging: number;
}

/** A VAE of these networks, its weights drawn by `random` (Glorot & Bengio, 2010). */
export function pictureVae(options: PictureVaeOptions, random: Random): Vae {
  const networks = vaeNetworks(options);
  for (const network of [networks.encoder, networks.decoder])
    initialise(network, random.fork(network.name), "glorot");
  const {averaging} = options;
  const average = averaging > 0 ? {...vaeNetworks(options), decay: averaging} : undefined;
  return new Vae({...options, ...networks, ...(average ? {average} : {})});
}

/** Both networks, their kernels still zero. */
function vaeNetworks(shape: VaeShape): VaeNetworks {
  const {encoder, decoder} = shape.kind === "dense" ? denseLayers(shape) : convolutions(shape);
  return {
    encoder: tf.sequential({name: "encoder", layers: encoder}),
    decoder: tf.sequential({name: "decoder", layers: decoder}),
  };
}

const plain = {kernelInitializer: "zeros"} as const;
const relu = {activation: "relu", ...plain} as const;
const {dense, flatten, reshape, reLU, conv2d, conv2dTranspose} = tf.layers;

function denseLayers(shape: VaeShape) {
  const {picture, latentSize, width, narrow: told = Math.round(width / 2)} = shape;
  const [h, w, c] = picture;
  const narrow = Math.max(latentSize, told);
  return {
    encoder: [
      flatten({name: "pixels", inputShape: [h, w, c]}),
      dense({name: "wide", units: width, ...relu}),
      dense({name: "narrow", units: narrow, ...relu}),
      dense({name: "code", units: 2 * latentSize, ...plain}),
    ],
    decoder: [
      dense({name: "narrow", units: narrow, inputShape: [latentSize], ...relu}),
      dense({name: "wide", units: width, ...relu}),
      dense({name: "pixels", units: h * w * c, ...lastOf(shape)}),
      reshape({name: "picture", targetShape: [h, w, c]}),
    ],
  };
}

// Windows as in dcgan.ts, for its reasons.
function convolutions(shape: VaeShape) {
  const {picture, latentSize, width} = shape;
  const [h, w, c] = picture;
  if (h % 4 !== 0 || w % 4 !== 0)
    throw new RangeError(`invalid picture size: ${h} by ${w} (multiples of 4)`);
  const grid = [h / 4, w / 4, 2 * width];
  const down = {kernelSize: 4, strides: 2, padding: "same", ...plain} as const;
  const up = {kernelSize: 6, strides: 2, padding: "same", ...plain} as const;
  return {
    encoder: [
      conv2d({name: "down1", filters: width, inputShape: [h, w, c], ...down}),
      reLU({name: "relu1"}),
      conv2d({name: "down2", filters: 2 * width, ...down}),
      reLU({name: "relu2"}),
      flatten({name: "flat"}),
      dense({name: "wide", units: 8 * width, ...relu}),
      dense({name: "code", units: 2 * latentSize, ...plain}),
    ],
    decoder: [
      dense({name: "wide", units: 8 * width, inputShape: [latentSize], ...relu}),
      dense({name: "grid", units: grid[0]! * grid[1]! * grid[2]!, ...relu}),
      reshape({name: "shape", targetShape: grid}),
      conv2dTranspose({name: "up1", filters: width, ...up}),
      reLU({name: "relu1"}),
      conv2dTranspose({name: "up2", filters: c, ...up, ...lastOf(shape)}),
    ],
  };
}

function lastOf({likelihood}: VaeShape) {
  return likelihood === "gaussian" ? ({activation: "tanh", ...plain} as const) : plain;
}
