import {type Images, toBytes} from "../../../lib/image.js";
import type {Gan} from "../../../lib/models/gan.js";
import {oneHotRows} from "../../../lib/models/one-hot-rows.js";
import * as tf from "../../../lib/tf.js";
import type {JudgedPictures} from "./gan-exchange.js";

interface Asked {
  readonly labels: Uint8Array;
  readonly classes: number;
}

/**
 * Pictures that a GAN has made, [n, h, w, c], as its figure takes them: `samples`, bytes, and `scores` [n], the judge's probability of
 * real. Where classes are told, `asked` [n] are those asked for, of `classes`.
 */
export async function judgedSamples(
  gan: Gan,
  images: Images,
  asked?: Asked,
): Promise<JudgedPictures> {
  const probabilities = tf.tidy(() => {
    const samples = tf.tensor4d(images.data, [...images.shape]);
    return gan.probability(samples, asked && conditionOf(asked));
  });
  const scores = Float32Array.from(await probabilities.data());
  probabilities.dispose();
  return {samples: toBytes(images), scores: {data: scores, shape: [scores.length]}};
}

function conditionOf({labels, classes}: Asked): tf.Tensor2D {
  return tf.tensor2d(oneHotRows(Array.from(labels), classes), [labels.length, classes]);
}
