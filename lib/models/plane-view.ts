/** A GAN on points as the plane's figure shows it. All tensors made here are freed here. */
import type {NdArray} from "../array.js";
import * as tf from "../tf.js";
import type {Gan} from "./gan.js";
import {generatePoints} from "./generate.js";

/**
 * The discriminator's probability of real on a g x g grid over [-extent, extent]², [g, g]: rows from low to high y,
 * columns from low to high x, the outermost on the square's edges.
 */
export async function judgeField(gan: Gan, g: number, extent: number): Promise<NdArray> {
  const nodes = squareGrid(g, extent);
  const field = tf.tidy(() => gan.probability(tf.tensor2d(nodes, [g * g, 2])));
  return {data: await take(field), shape: [g, g]};
}

/** Where the discriminator pushes each of `points` [n, 2]: minus the gradient of that point's generator loss, [n, 2]. */
export async function generatorPush(gan: Gan, points: Float32Array): Promise<NdArray> {
  const count = points.length / 2;
  const samples = tf.tensor2d(points, [count, 2]);
  const slope = await gan.slope(samples);
  // The loss is a mean, in which each of the points has a share of 1/n.
  const push = tf.tidy(() => tf.mul(slope, -count));
  tf.dispose([samples, slope]);
  return {data: await take(push), shape: [count, 2]};
}

/** The image of an even grid of latents in [-2, 2], k a side: [k, k, 2] for two latents, [k, 2] for one. */
export async function generatorWarp(gan: Gan, k: number): Promise<NdArray | undefined> {
  if (gan.latentSize > 2) return undefined;
  const latents = gan.latentSize === 2 ? squareGrid(k, 2) : spaced(k, 2);
  const data = await generatePoints(gan.networks.generator, latents);
  return {data, shape: gan.latentSize === 2 ? [k, k, 2] : [k, 2]};
}

/** [g · g, 2] flat: x runs faster than y. */
function squareGrid(g: number, extent: number): Float32Array {
  const places = spaced(g, extent);
  return Float32Array.from({length: 2 * g * g}, (_, i) => {
    const node = i >> 1;
    return places[i % 2 === 0 ? node % g : Math.floor(node / g)]!;
  });
}

function spaced(count: number, extent: number): Float32Array {
  return Float32Array.from({length: count}, (_, i) => extent * ((2 * i) / (count - 1) - 1));
}

async function take(tensor: tf.Tensor): Promise<Float32Array> {
  const values = Float32Array.from(await tensor.data());
  tensor.dispose();
  return values;
}
