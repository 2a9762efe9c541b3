/** Samples of a generator as plain arrays. */
import type {Images} from "../image.js";
import type * as tf from "../tf.js";
import {inChunks} from "./in-chunks.js";

/** The pictures `generator` makes of `latents` [n, latentSize], `chunk` at a time: [n, h, w, c] in [-1, 1]. */
export async function generateImages(
  generator: tf.LayersModel,
  latents: Float32Array,
  chunk = 64,
): Promise<Images> {
  const [, h, w, c] = generator.outputs[0]!.shape as [null, number, number, number];
  const data = await generate(generator, latents, h * w * c, chunk);
  return {data, shape: [data.length / (h * w * c), h, w, c]};
}

/** The points `generator` makes of `latents` [n, latentSize]: [n, 2] flat. */
export function generatePoints(
  generator: tf.LayersModel,
  latents: Float32Array,
): Promise<Float32Array> {
  return generate(generator, latents, 2, 4096);
}

async function generate(
  generator: tf.LayersModel,
  latents: Float32Array,
  width: number,
  chunk: number,
): Promise<Float32Array> {
  const latentSize = generator.inputs[0]!.shape[1]!;
  const count = latents.length / latentSize;
  if (!Number.isInteger(count))
    throw new RangeError(
      `invalid latents: ${latents.length} values (a multiple of the latent size, ${latentSize})`,
    );
  const rows = {data: latents, shape: [count, latentSize]};
  const [samples] = await inChunks(rows, {widths: [width], chunk}, (z) => [
    generator.predictOnBatch(z) as tf.Tensor,
  ]);
  return samples!;
}
