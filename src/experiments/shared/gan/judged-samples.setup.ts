import {type Images, toBytes} from "../../../lib/image.js";
import type {Gan} from "../../../lib/models/gan.js";
import * as tf from "../../../lib/tf.js";
import type {JudgedPictures} from "./gan-exchange.js";

/**
 * Pictures that a GAN has made, [n, h, w, c], as its figure takes them: `samples`, bytes, and `scores` [n], the judge's probability of
 * real. Where classes are told, `asked` [n] are those asked for, of `classes`.
 */
export async function judgedSamples(
  gan: Gan,
  images: Images,
  asked?: {readonly labels: Uint8Array; readonly classes: number},
): Promise<JudgedPictures> {
  const probabilities = tf.tidy(() => {
    const samples = tf.tensor4d(images.data, [...images.shape]);
    return gan.probability(samples, asked && oneHotRows(asked.labels, asked.classes));
  });
  const scores = Float32Array.from(await probabilities.data());
  probabilities.dispose();
  return {samples: toBytes(images), scores: {data: scores, shape: [scores.length]}};
}

function oneHotRows(labels: Uint8Array, classes: number): tf.Tensor2D {
  return tf.oneHot(tf.tensor1d(labels, "int32"), classes, 1, 0, "float32") as tf.Tensor2D;
}
