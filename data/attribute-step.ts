/**
 * One step of an attribute classifier's training: the optimiser moves the weights down the gradient of the sum over attributes of
 *
 *     L_a = -1/B Σ_i log softmax(logits_i restricted to a's options)[label of i]
 */
import type {Attribute} from "../lib/datasets/attribute-dataset.js";
import {optionColumns} from "../lib/models/attribute-classifier.js";
import {crossEntropy} from "../lib/models/classifier-step.js";
import {variableOf} from "../lib/models/model-state.js";
import * as tf from "../lib/tf.js";

/** Steps on `images` [B, 32, 32, 3] with `labels` [B, attributes]. Resolves to the loss. Frees what it makes. */
export async function attributeStep(
  network: tf.LayersModel,
  optimizer: tf.Optimizer,
  attributes: readonly Attribute[],
  images: tf.Tensor4D,
  labels: tf.Tensor2D,
): Promise<number> {
  const loss = tf.tidy(
    () =>
      optimizer.minimize(
        () =>
          attributeLoss(network.apply(images, {training: true}) as tf.Tensor2D, labels, attributes),
        true,
        network.trainableWeights.map(variableOf),
      ) as tf.Scalar,
  );
  const [value] = await loss.data();
  loss.dispose();
  return value!;
}

/** The sum of L_a for `logits` [B, options of all attributes] and `labels` [B, attributes]. */
export function attributeLoss(
  logits: tf.Tensor2D,
  labels: tf.Tensor2D,
  attributes: readonly Attribute[],
): tf.Scalar {
  const [count] = logits.shape;
  const losses = optionColumns(attributes).map(([start, end], a) =>
    crossEntropy(
      tf.slice2d(logits, [0, start], [count, end - start]),
      tf.reshape(tf.slice2d(labels, [0, a], [count, 1]), [count]),
    ),
  );
  return tf.addN(losses) as tf.Scalar;
}
