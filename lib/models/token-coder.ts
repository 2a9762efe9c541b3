/** Tokens of pictures and drawings of tokens, as plain arrays. All tensors made here are freed here. */
import type {Images} from "../image.js";
import * as tf from "../tf.js";
import {inChunks} from "./in-chunks.js";
import {codeSize, type PictureTokens} from "./picture-tokens.js";
import {likelihood} from "./token-code.js";
import {placeCount} from "./token-grid.js";
import {nearestEntries} from "./vector-quantiser.js";

/** Pictures that are worked on at once. */
const chunk = 256;

/** The encoder's codes of `images` [n, 28, 28, 1] before they are quantised, [n · 49, D]. */
export async function vectorsOf({networks}: PictureTokens, images: Images): Promise<Float32Array> {
  const widths = [placeCount * codeSize];
  const [vectors] = await inChunks(images, {widths, chunk}, (x) => [
    networks.encoder.predictOnBatch(x) as tf.Tensor,
  ]);
  return vectors!;
}

/** The tokens of `images`, [n · 49]. */
export async function tokensOf(
  {networks, codebook}: PictureTokens,
  images: Images,
): Promise<Uint8Array> {
  const [tokens] = await inChunks(images, {widths: [placeCount], chunk}, (x) => {
    const vectors = tf.reshape(networks.encoder.predictOnBatch(x) as tf.Tensor, [-1, codeSize]);
    return [tf.argMax(nearestEntries(vectors as tf.Tensor2D, codebook.entries), 1)];
  });
  return Uint8Array.from(tokens!);
}

/** The decoder's drawings of `tokens` [n · 49]: [n, 28, 28, 1] in [-1, 1]. Throws a RangeError for part of a picture. */
export async function drawTokens(model: PictureTokens, tokens: Uint8Array): Promise<Images> {
  const [data] = await inChunks(rowsOf(tokens), {widths: [28 * 28], chunk}, (rows) => [
    likelihood.pictures(logitsOf(model, rows)),
  ]);
  return {data: data!, shape: [tokens.length / placeCount, 28, 28, 1]};
}

/** How little the decoder expects `images` from their `tokens`, a mean in nats per picture. */
export async function redrawingNats(
  model: PictureTokens,
  images: Images,
  tokens: Uint8Array,
): Promise<number> {
  const rows = rowsOf(tokens);
  const nats = tf.tidy(() => {
    const logits = logitsOf(model, tf.tensor(rows.data, [...rows.shape]));
    return likelihood.reconstruction(tf.tensor4d(images.data, [...images.shape]), logits);
  });
  const [mean] = await nats.data();
  nats.dispose();
  return mean!;
}

function rowsOf(tokens: Uint8Array) {
  const count = tokens.length / placeCount;
  if (!Number.isInteger(count))
    throw new RangeError(`invalid tokens: ${tokens.length} of them (a multiple of ${placeCount})`);
  return {data: Float32Array.from(tokens), shape: [count, placeCount]};
}

function logitsOf({networks, codebook}: PictureTokens, tokens: tf.Tensor): tf.Tensor {
  const [entries] = codebook.entries.shape;
  const flat = tf.cast(tf.reshape(tokens, [-1]), "int32");
  const codes = tf.matMul(
    tf.oneHot(flat, entries, 1, 0, "float32") as tf.Tensor2D,
    codebook.entries,
  );
  const [, ...grid] = networks.decoder.inputs[0]!.shape as number[];
  return networks.decoder.predictOnBatch(
    tf.reshape(codes, [tokens.shape[0]!, ...grid]),
  ) as tf.Tensor;
}
