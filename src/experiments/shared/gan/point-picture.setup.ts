import type {Gan} from "../../../lib/models/gan.js";
import {generatePoints} from "../../../lib/models/generate.js";
import {generatorPush, generatorWarp, judgeField} from "../../../lib/models/plane-view.js";
import * as tf from "../../../lib/tf.js";
import type {PointSnapshot} from "./gan-exchange.js";

/** Points of the data, and latent vectors that are always the same. */
export interface ShownPoints {
  readonly real: Float32Array; // [n, 2]
  readonly noise: Float32Array; // [n, latentSize]
}

/** Nodes along an edge of the discriminator's field. */
const fieldNodes = 41;
/** Nodes of the grid of latents, along an edge: a line needs more of them than a plane. */
const warpNodes = {1: 65, 2: 17} as const;

/**
 * What the plane shows of a GAN on points: `real` and `generated` [n, 2], the discriminator's `field` [41, 41] over [-extent, extent]²,
 * its `gradients` [n, 2] at the generated points, and the generator's `warp` of up to two latent numbers (see plane-view.ts).
 */
export async function pointPicture(
  gan: Gan,
  {real, noise}: ShownPoints,
  extent: number,
): Promise<PointSnapshot> {
  const generated = await generatePoints(gan.networks.generator, noise);
  const warp = await generatorWarp(gan, warpNodes[gan.latentSize === 1 ? 1 : 2]);
  const shape = [real.length / 2, 2];
  return {
    real: {data: real.slice(), shape},
    generated: {data: generated, shape},
    field: await judgeField(gan, fieldNodes, extent),
    gradients: await generatorPush(gan, generated),
    ...(warp && {warp}),
  };
}

/** For the generator the latent vectors, for the discriminator the data. The caller disposes them. */
export function pointProbe(network: string, {real, noise}: ShownPoints): tf.Tensor2D {
  const count = real.length / 2;
  return network === "generator"
    ? tf.tensor2d(noise, [count, noise.length / count])
    : tf.tensor2d(real, [count, 2]);
}
