/** Samples of a generator as plain arrays. */
import type {Images} from "../image.js";
import * as tf from "../tf.js";

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
  outputSize: number,
  chunk: number,
): Promise<Float32Array> {
  const latentSize = generator.inputs[0]!.shape[1]!;
  const count = latents.length / latentSize;
  if (!Number.isInteger(count))
    throw new RangeError(
      `invalid latents: ${latents.length} values (a multiple of the latent size, ${latentSize})`,
    );
  const samples = new Float32Array(count * outputSize);
  for (let first = 0; first < count; first += chunk) {
    const part = latents.subarray(first * latentSize, (first + chunk) * latentSize);
    samples.set(await run(generator, part, latentSize), first * outputSize);
  }
  return samples;
}

async function run(
  generator: tf.LayersModel,
  latents: Float32Array,
  latentSize: number,
): Promise<Float32Array> {
  const output = tf.tidy(() => {
    const z = tf.tensor2d(latents, [latents.length / latentSize, latentSize]);
    return generator.predictOnBatch(z) as tf.Tensor;
  });
  const values = await output.data<"float32">();
  output.dispose();
  return values;
}
