/**
 * The networks between pictures and codes on a grid of 7 by 7, with W channels next to the picture and ReLU in between:
 *
 *   encoder   [B, 28, 28, 1] in [-1, 1] -> 14 x 14 x W -> 7 x 7 x 2W -> codes [B, 7, 7, D]
 *   decoder   codes [B, 7, 7, D] -> 7 x 7 x 2W -> 14 x 14 x W -> logits of white [B, 28, 28, 1]
 *
 * A code sees 10 by 10 pixels around its place, and its drawing reaches as far as the window of the decoder's first layer.
 */
import type {Random} from "../random.js";
import * as tf from "../tf.js";
import {initialise} from "./initial-weights.js";
import {gridSide} from "./token-grid.js";

export interface CodeNetworks {
  readonly encoder: tf.Sequential;
  readonly decoder: tf.Sequential;
}

/** Both, with weights drawn by `random` (Glorot & Bengio, 2010). */
export function codeNetworks(channels: number, codeSize: number, random: Random): CodeNetworks {
  const {conv2d, conv2dTranspose, reLU} = tf.layers;
  const plain = {padding: "same", kernelInitializer: "zeros"} as const;
  const down = {kernelSize: 4, strides: 2, ...plain} as const;
  const up = {kernelSize: 6, strides: 2, ...plain} as const; // 6: see dcgan.ts
  const encoder = tf.sequential({
    name: "encoder",
    layers: [
      conv2d({name: "down1", filters: channels, inputShape: [28, 28, 1], ...down}),
      reLU({name: "relu1"}),
      conv2d({name: "down2", filters: 2 * channels, ...down}),
      reLU({name: "relu2"}),
      conv2d({name: "codes", filters: codeSize, kernelSize: 1, ...plain}),
    ],
  });
  const grid = [gridSide, gridSide, codeSize];
  const decoder = tf.sequential({
    name: "decoder",
    layers: [
      conv2d({name: "mix", filters: 2 * channels, kernelSize: 3, inputShape: grid, ...plain}),
      reLU({name: "relu1"}),
      conv2dTranspose({name: "up1", filters: channels, ...up}),
      reLU({name: "relu2"}),
      conv2dTranspose({name: "up2", filters: 1, ...up}),
    ],
  });
  for (const network of [encoder, decoder])
    initialise(network, random.fork(network.name), "glorot");
  return {encoder, decoder};
}
