/**
 * A small U-Net (Ronneberger et al., 2015) that sees a noisy picture, the time and perhaps a class (Ho et al., 2020, appendix B), with W
 * the base width:
 *
 *     picture [B, s, s, c]  ->  first, block W  ---------- added ----------  block W, norm, SiLU, last  ->  [B, s, s, c]
 *                                   \                                          /
 *                                    down  ->  blocks 2W at [B, s/2, s/2]  ->  up
 *
 *     block    h = conv(SiLU(norm x)) + dense(e),    x + conv(SiLU(norm h))        (He et al., 2016)
 *              or, told after the norm, x + conv(SiLU(norm(conv(SiLU(norm x))) + dense(e)))
 *     attention (optional, behind the last deep block)   x + self-attention of norm x (self-attention.ts)
 *     e        = SiLU(dense(SiLU(dense(time))) + dense(class)),   [B, 4W], the same for all blocks
 *
 * norm is group normalisation (Wu & He, 2018) in groups of a few channels. Of stock layers, so that any TF.js program opens it: the groups are
 * normalised by a layer normalisation, scaled and shifted by channel by a batch normalisation that keeps mean 0 and variance 1.
 * `kernelPass` computes both in one.
 */
import type {Random} from "../../random.js";
import * as tf from "../../tf.js";
import {initialise} from "../initial-weights.js";
import {selfAttention} from "./self-attention.js";

export interface UNetShape {
  /** Of the pictures: s, an even number, and c. */
  readonly side: number;
  readonly channels: number;
  /** W, a multiple of 4. */
  readonly width: number;
  /** Blocks at half the side. */
  readonly blocks: number;
  /** Features of a time. */
  readonly timeSize: number;
  /** Classes that it may be told; 0 for a network without. */
  readonly classes: number;
  /** Neighbouring channels that are normalised together, default 4. */
  readonly groupWidth?: number;
  /** Where a block is told time and class: before its second normalisation, which takes part of it away again, or after; default before. */
  readonly told?: "before norm" | "after norm";
  /** Whether at half the side every place looks at every other one, behind the last block; default false. */
  readonly attention?: boolean;
}

const epsilon = 1e-5;

/** With weights that `random` draws, at a share of the size that He et al., 2015, say, with which it learns sooner. Those of the last layer
 * are 0: at first it says 0 of everything. */
export function uNet(shape: UNetShape, random: Random): tf.LayersModel {
  const network = emptyUNet(shape);
  initialise(network, random, "he");
  tf.tidy(() => network.setWeights(network.weights.map(scaled)));
  return network;
}

/** What it says, and what attention adds. */
const silentAtFirst = new Set(["last/kernel", "attention-joined/kernel"]);
/** Of convolutions. */
const share = Math.sqrt(1 / 6);

function scaled(weight: tf.LayerVariable): tf.Tensor {
  const values = weight.read();
  if (silentAtFirst.has(weight.originalName)) return tf.zerosLike(values);
  if (weight.originalName === "told/kernel") return tf.mul(values, loudness(weight.shape[0]!));
  return values.rank === 4 ? tf.mul(values, share) : values;
}

/** Of what the network is told of one of so many classes: it makes standard normal numbers, to be heard beside the picture. */
function loudness(classes: number): number {
  return Math.sqrt(classes / 2);
}

/** With kernels of zeros, for weights to come. */
export function emptyUNet(shape: UNetShape): tf.LayersModel {
  const {side, channels, width, blocks, timeSize, classes} = shape;
  const picture = tf.input({shape: [side, side, channels], name: "picture"});
  const time = tf.input({shape: [timeSize], name: "time"});
  const told = classes > 0 ? tf.input({shape: [classes], name: "class"}) : undefined;
  const e = embedding(time, told, 4 * width);
  const {groupWidth = 4} = shape;
  const block = blocksOf(e, shape);
  const wide = block("wide", conv("first", picture, width));
  let deep = resized("down", wide, 2 * width);
  for (let i = 1; i <= blocks; i++) deep = block(`deep${i}`, deep);
  if (shape.attention)
    deep = sum("looked", deep, selfAttention("attention", norm("attention", deep, groupWidth)));
  const back = sum("skip", resized("up", deep, width), wide);
  const output = conv("last", activated("last", block("late", back), groupWidth), channels);
  const inputs = told ? [picture, time, told] : [picture, time];
  return tf.model({name: "denoiser", inputs, outputs: output});
}

type Symbol = tf.SymbolicTensor;

function embedding(time: Symbol, told: Symbol | undefined, units: number): Symbol {
  const late = dense("time2", silu("time1", dense("time1", time, units)), units);
  return silu("told", told ? sum("told", late, dense("told", told, units)) : late);
}

/** Blocks that are told `e`. */
function blocksOf(e: Symbol, {groupWidth = 4, told = "before norm"}: UNetShape) {
  return (name: string, x: Symbol): Symbol => {
    const channels = x.shape[3]!;
    const once = conv(`${name}-conv1`, activated(`${name}-1`, x, groupWidth), channels);
    const row = reshaped(`${name}-row`, dense(`${name}-told`, e, channels), [1, 1, channels]);
    const both = (h: Symbol) => sum(`${name}-both`, h, row);
    const again = `${name}-2`;
    const h =
      told === "before norm"
        ? activated(again, both(once), groupWidth)
        : silu(again, both(norm(again, once, groupWidth)));
    return sum(name, x, conv(`${name}-conv2`, h, channels));
  };
}

function activated(name: string, x: Symbol, groupWidth: number): Symbol {
  return silu(name, norm(name, x, groupWidth));
}

/** Both layers that `kernelPass` takes together, with what is between them. */
function norm(name: string, x: Symbol, groupWidth: number): Symbol {
  const [, height, width, channels] = x.shape as number[];
  const {layerNormalization, batchNormalization} = tf.layers;
  const groups = [height! * width!, channels! / groupWidth, groupWidth];
  const parts = reshaped(`${name}-groups`, x, groups);
  const options = {axis: [1, 3], center: false, scale: false, epsilon};
  const normal = layerNormalization({name: `${name}-norm`, ...options}).apply(parts) as Symbol;
  const back = reshaped(`${name}-back`, normal, [height!, width!, channels!]);
  return batchNormalization({name: `${name}-scale`, epsilon: 0}).apply(back) as Symbol;
}

function silu(name: string, x: Symbol): Symbol {
  return tf.layers.activation({name: `${name}-silu`, activation: "swish"}).apply(x) as Symbol;
}

function conv(name: string, x: Symbol, filters: number): Symbol {
  const options = {name, filters, kernelSize: 3, padding: "same", ...zeros} as const;
  return tf.layers.conv2d(options).apply(x) as Symbol;
}

/** Half or twice the side: a window of 4 at a stride of 2 covers every pixel equally often. */
function resized(name: "down" | "up", x: Symbol, filters: number): Symbol {
  const options = {name, filters, kernelSize: 4, strides: 2, padding: "same", ...zeros} as const;
  const {conv2d, conv2dTranspose} = tf.layers;
  return (name === "down" ? conv2d(options) : conv2dTranspose(options)).apply(x) as Symbol;
}

function dense(name: string, x: Symbol, units: number): Symbol {
  return tf.layers.dense({name, units, ...zeros}).apply(x) as Symbol;
}

function sum(name: string, ...terms: Symbol[]): Symbol {
  return tf.layers.add({name: `${name}-sum`}).apply(terms) as Symbol;
}

function reshaped(name: string, x: Symbol, targetShape: number[]): Symbol {
  return tf.layers.reshape({name, targetShape}).apply(x) as Symbol;
}

const zeros = {kernelInitializer: "zeros"} as const;
