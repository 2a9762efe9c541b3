/** Fixed inputs of a few rows, for the activations of a network. The caller disposes them. */
import type {ImageDataset} from "../../lib/datasets/dataset.js";
import {firstOf} from "../../lib/datasets/split.js";
import {type ByteImages, firstPictures, type Images, toFloats} from "../../lib/image.js";
import type {Random} from "../../lib/random.js";
import * as tf from "../../lib/tf.js";

/** Rows of a probe. */
export const probeCount = 8;

/** The first of `images`, [8, h, w, c]. */
export function pictureProbe(images: Images | ByteImages): tf.Tensor4D {
  const {data, shape} = firstPictures(images, probeCount);
  const floats = data instanceof Float32Array ? data : toFloats({data, shape}).data;
  return tf.tensor4d(floats, [...shape]);
}

/** The first rows of `latents` [n, width], [8, width]. */
export function latentProbe(latents: Float32Array, width: number): tf.Tensor2D {
  return tf.tensor2d(latents.subarray(0, probeCount * width), [probeCount, width]);
}

/** For the decoder `latentSize` random numbers a row, which `random` gives in its fork "probe"; for the encoder the first of `images`. */
export function coderProbe(
  network: string,
  images: Images | ByteImages,
  latentSize: number,
  random: Random,
): tf.Tensor {
  if (network !== "decoder") return pictureProbe(images);
  return latentProbe(random.fork("probe").normals(probeCount * latentSize), latentSize);
}

/** For the encoder the first of `images`; for the decoder the first `latentSize` numbers that `encoder` makes of each. */
export function codedProbe(
  network: string,
  images: Images | ByteImages,
  encoder: tf.LayersModel,
  latentSize: number,
): tf.Tensor {
  const pictures = pictureProbe(images);
  if (network === "encoder") return pictures;
  const codes = tf.tidy(() => {
    const encoded = encoder.predictOnBatch(pictures) as tf.Tensor2D;
    return tf.slice2d(encoded, [0, 0], [probeCount, latentSize]);
  });
  pictures.dispose();
  return codes;
}

/** The first of `dataset`, at most `count`, as a batch: x [n, h, w, c] and label [n]. */
export function labelledProbe(dataset: ImageDataset, count: number) {
  const {images, labels} = firstOf(dataset, Math.min(count, dataset.labels.length));
  const {data, shape} = toFloats(images);
  return {x: tf.tensor4d(data, [...shape]), label: tf.tensor1d(labels, "int32")};
}
