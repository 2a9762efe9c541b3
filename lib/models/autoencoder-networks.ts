/** The two networks of autoencoder.ts, what the one makes of pictures, and the decoder's logits. */
import {type Images, imageSize} from "../image.js";
import * as tf from "../tf.js";

export interface AutoencoderNetworks {
  readonly encoder: tf.Sequential;
  readonly decoder: tf.Sequential;
}

const side = 28;
export const codeSize = 2;

export interface AutoencoderShape {
  /** Neurons of the layers next to the picture; the shapes below are those of 256. */
  readonly width: number;
  /** Numbers in a code; 2 unless told. */
  readonly latentSize?: number;
  /** Whether codes are normalised over the batch, which they are unless told; otherwise they lie where the encoder likes. */
  readonly normalised?: boolean;
}

/** Both networks, their kernels still zero. */
export function autoencoderNetworks({
  width,
  latentSize = codeSize,
  normalised = true,
}: AutoencoderShape): AutoencoderNetworks {
  const {activation, batchNormalization, dense, flatten, reshape} = tf.layers;
  const plain = {kernelInitializer: "zeros"} as const;
  const relu = {activation: "relu", ...plain} as const;
  const narrow = Math.max(latentSize, Math.round(width / 4));
  const encoder = tf.sequential({
    name: "encoder",
    layers: [
      flatten({name: "pixels", inputShape: [side, side, 1]}), // [n, 784]
      dense({name: "wide", units: width, ...relu}), // [n, 256]
      dense({name: "narrow", units: narrow, ...relu}), // [n, 64]
      dense({name: "place", units: latentSize, useBias: false, ...plain}), // [n, 2]
      ...(normalised ? [batchNormalization({name: "code"})] : []),
    ],
  });
  const decoder = tf.sequential({
    name: "decoder",
    layers: [
      dense({name: "narrow", units: narrow, inputShape: [latentSize], ...relu}), // [n, 64]
      dense({name: "wide", units: width, ...relu}), // [n, 256]
      dense({name: "pixels", units: side * side, ...plain}), // [n, 784]
      activation({name: "grey", activation: "tanh"}),
      reshape({name: "picture", targetShape: [side, side, 1]}), // [n, 28, 28, 1]
    ],
  });
  return {encoder, decoder};
}

/**
 * The logits of white that `decoder` gives the pixels of `code` [B, 2], [B, 784], while it learns. Its pixels in [-1, 1] are
 * 2 sigma(logit) - 1 = tanh(logit / 2), so the layer before the tanh gives half the logits.
 */
export function logitsOf(decoder: tf.Sequential, code: tf.Tensor2D): tf.Tensor2D {
  const layers = decoder.layers.slice(
    0,
    decoder.layers.findIndex(({name}) => name === "grey"),
  );
  const half = layers.reduce<tf.Tensor>(
    (x, layer) => layer.apply(x, {training: true}) as tf.Tensor,
    code,
  );
  return tf.mul(half, 2) as tf.Tensor2D;
}

/** The codes of `images` [n, 28, 28, 1], [n, latentSize], `chunk` pictures at a time. Frees its tensors. */
export async function encode(
  encoder: tf.LayersModel,
  {data, shape}: Images,
  chunk = 500,
): Promise<Float32Array> {
  const [count, h, w, c] = shape;
  if (h !== side || w !== side || c !== 1)
    throw new RangeError(`invalid picture shape: ${h}x${w}x${c} (${side}x${side}x1)`);
  const size = imageSize(shape);
  const latentSize = encoder.outputs[0]!.shape[1]!;
  const codes = new Float32Array(count * latentSize);
  for (let first = 0; first < count; first += chunk) {
    const part = data.subarray(first * size, (first + chunk) * size);
    const result = tf.tidy(() => {
      const batch = tf.tensor4d(part, [part.length / size, h, w, c]);
      return encoder.predictOnBatch(batch) as tf.Tensor2D;
    });
    codes.set(await result.data<"float32">(), first * latentSize);
    result.dispose();
  }
  return codes;
}
