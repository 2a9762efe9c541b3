/**
 * The networks between pictures of 14 x 14 pixels and codes on a grid of 7 by 7, with W channels and ReLU in between:
 *
 *   encoder   [B, 14, 14, 1] in [-1, 1] -> 7 x 7 x W -> 7 x 7 x 2W -> codes [B, 7, 7, D]
 *   decoder   codes [B, 7, 7, D] -> 7 x 7 x 2W -> 14 x 14 x W -> logits of white [B, 14, 14, 1]
 */
import {initialise} from "../../lib/models/initial-weights.js";
import {gridSide} from "../../lib/models/token-grid.js";
import type {Random} from "../../lib/random.js";
import * as tf from "../../lib/tf.js";
import {side} from "./contenders.js";

export interface SmallCodeNetworks {
  readonly encoder: tf.Sequential;
  readonly decoder: tf.Sequential;
}

/** D. */
export const codeSize = 8;

/** Both, with weights drawn by `random` (Glorot & Bengio, 2010). */
export function smallCodeNetworks(channels: number, random: Random): SmallCodeNetworks {
  const {conv2d, conv2dTranspose, reLU} = tf.layers;
  const plain = {padding: "same", kernelInitializer: "zeros"} as const;
  const near = {filters: 2 * channels, kernelSize: 3, ...plain} as const;
  const encoder = tf.sequential({
    name: "encoder",
    layers: [
      conv2d({
        name: "down",
        ...{filters: channels, kernelSize: 4, strides: 2, inputShape: [side, side, 1], ...plain},
      }),
      reLU({name: "relu1"}),
      conv2d({name: "near", ...near}),
      reLU({name: "relu2"}),
      conv2d({name: "codes", filters: codeSize, kernelSize: 1, ...plain}),
    ],
  });
  const decoder = tf.sequential({
    name: "decoder",
    layers: [
      conv2d({name: "mix", inputShape: [gridSide, gridSide, codeSize], ...near}),
      reLU({name: "relu1"}),
      conv2dTranspose({name: "up", filters: channels, kernelSize: 6, strides: 2, ...plain}),
      reLU({name: "relu2"}),
      conv2d({name: "last", filters: 1, kernelSize: 3, ...plain}),
    ],
  });
  for (const network of [encoder, decoder])
    initialise(network, random.fork(network.name), "glorot");
  return {encoder, decoder};
}
