/** Codes of pictures and drawings of codes by a VAE, as plain arrays. All tensors made here are freed here. */
import {type ImageShape, type Images, imageSize} from "../image.js";
import type {Random} from "../random.js";
import * as tf from "../tf.js";
import {codeOf, gaussianKl, reparameterise} from "./gaussian-code.js";
import {inChunks} from "./in-chunks.js";
import type {Vae} from "./vae.js";

/** Pictures or codes that are worked on at once. */
const chunk = 256;

/** The clouds of some pictures: means and log variances, both [n, latentSize] flat. */
export interface Codes {
  readonly means: Float32Array;
  readonly logVariances: Float32Array;
}

/** Terms of the ELBO over some pictures, in nats per picture, and the KL of each latent number. */
export interface Terms {
  readonly reconstruction: number;
  readonly kl: number;
  readonly elbo: number;
  readonly klOf: Float64Array;
}

/** The clouds of `images` [n, h, w, c]. Throws a RangeError for pictures of another shape. */
export async function encodePictures({networks, latentSize}: Vae, images: Images): Promise<Codes> {
  checkShape(networks.encoder, images.shape);
  const widths = [latentSize, latentSize];
  const [means, logVariances] = await inChunks(images, {widths, chunk}, (pictures) => {
    const {mean, logVariance} = codeOf(predict(networks.encoder, pictures));
    return [mean, logVariance];
  });
  return {means: means!, logVariances: logVariances!};
}

/** The decoder's drawings of `codes` [n, latentSize]: [n, h, w, c] in [-1, 1]. Throws a RangeError for part of a code. */
export async function decodeCodes(vae: Vae, codes: Float32Array): Promise<Images> {
  const {networks, latentSize, likelihood} = vae;
  const count = codes.length / latentSize;
  if (!Number.isInteger(count))
    throw new RangeError(`invalid codes: ${codes.length} values (a multiple of ${latentSize})`);
  const [, h, w, c] = networks.decoder.outputs[0]!.shape as [null, number, number, number];
  const rows = {data: codes, shape: [count, latentSize]};
  const [data] = await inChunks(rows, {widths: [h * w * c], chunk}, (latents) => [
    likelihood.pictures(predict(networks.decoder, latents)),
  ]);
  return {data: data!, shape: [count, h, w, c]};
}

/** The terms of the ELBO of `images` [n, h, w, c], each by one draw from its cloud. */
export async function elboTerms(vae: Vae, images: Images, random: Random): Promise<Terms> {
  const {latentSize} = vae;
  checkShape(vae.networks.encoder, images.shape);
  const [count] = images.shape;
  let reconstruction = 0;
  const klOf = new Float64Array(latentSize);
  for (const {pictures} of chunksOf(images)) {
    const share = pictures.shape[0] / count;
    const numbers = tf.tidy(() => termsOf(vae, pictures, random));
    const [first, ...kls] = await take(numbers, pictures);
    reconstruction += share * first!;
    kls.forEach((kl, i) => {
      klOf[i]! += share * kl;
    });
  }
  const kl = klOf.reduce((sum, value) => sum + value, 0);
  return {reconstruction, kl, elbo: -reconstruction - kl, klOf};
}

/** The reconstruction, then the KL of each latent number: means over the pictures, [1 + latentSize]. */
function termsOf({networks, likelihood, latentSize}: Vae, pictures: tf.Tensor4D, random: Random) {
  const count = pictures.shape[0];
  const code = codeOf(predict(networks.encoder, pictures));
  const noise = tf.tensor2d(random.normals(count * latentSize), [count, latentSize]);
  const output = predict(networks.decoder, reparameterise(code, noise));
  const reconstruction = tf.reshape(likelihood.reconstruction(pictures, output), [1]);
  return tf.concat([reconstruction, tf.mean(gaussianKl(code), 0)]);
}

function* chunksOf({data, shape}: Images) {
  const [count, h, w, c] = shape;
  const size = imageSize(shape);
  for (let first = 0; first < count; first += chunk) {
    const part = data.subarray(first * size, Math.min(count, first + chunk) * size);
    yield {first, pictures: tf.tensor4d(part, [part.length / size, h, w, c])};
  }
}

function predict(network: tf.LayersModel, x: tf.Tensor): tf.Tensor {
  return network.predictOnBatch(x) as tf.Tensor;
}

async function take(result: tf.Tensor, input: tf.Tensor): Promise<Float32Array> {
  try {
    return Float32Array.from(await result.data());
  } finally {
    tf.dispose([result, input]);
  }
}

function checkShape(encoder: tf.LayersModel, [, ...given]: ImageShape): void {
  const expected = encoder.inputs[0]!.shape.slice(1);
  if (`${given}` !== `${expected}`)
    throw new RangeError(`invalid picture shape: ${given.join("x")} (${expected.join("x")})`);
}
