/**
 * One step of supervised training: the optimiser moves the network's weights down the gradient of
 *
 *     L = -1/B Σ_i log softmax(logits_i)[label_i]
 *
 * (cross-entropy; Goodfellow, Bengio & Courville, 2016, section 6.2.2.3).
 */
import * as tf from "../tf.js";
import {trainableWeights} from "./descent.js";

export interface ClassifierScalars {
  readonly loss: number;
  /** Share of the batch that was right before the step. */
  readonly accuracy: number;
}

/** Steps on `images` [B, h, w, c] with `labels` [B]. Frees what it makes. */
export async function classifierStep(
  network: tf.LayersModel,
  optimizer: tf.Optimizer,
  images: tf.Tensor4D,
  labels: tf.Tensor1D,
): Promise<ClassifierScalars> {
  const [loss, accuracy] = tf.tidy(() => {
    let hits = tf.scalar(0);
    const loss = optimizer.minimize(
      () => {
        const logits = network.apply(images, {training: true}) as tf.Tensor2D;
        hits = tf.keep(tf.mean(tf.equal(tf.argMax(logits, 1), labels)));
        return crossEntropy(logits, labels);
      },
      true,
      trainableWeights(network),
    ) as tf.Scalar;
    return [loss, hits];
  });
  const scalars = {loss: (await loss.data())[0]!, accuracy: (await accuracy.data())[0]!};
  tf.dispose([loss, accuracy]);
  return scalars;
}

/** L of `logits` [B, classes] and `labels` [B]. */
export function crossEntropy(logits: tf.Tensor2D, labels: tf.Tensor1D): tf.Scalar {
  const targets = tf.oneHot(labels, logits.shape[1]);
  return tf.losses.softmaxCrossEntropy(targets, logits);
}
