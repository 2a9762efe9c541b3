/** Each network of a comparison, measured by each of the losses on pictures that it never learned from. */
import type {NdArray} from "../../lib/array.js";
import type {Images} from "../../lib/image.js";
import type {LossComparison} from "../../lib/models/loss-comparison.js";
import {
  absoluteLoss,
  featureLoss,
  levelsOf,
  type PictureLossName,
  pictureLossNames,
  squaredLoss,
} from "../../lib/models/picture-losses.js";
import * as tf from "../../lib/tf.js";

/** Pictures at a time: a divisor of their number, so that the mean of the parts is that of all. */
const chunk = 250;

/** [networks, losses]; by levels it is the share of pixels whose level is another. */
export async function scoresOf(
  model: LossComparison,
  classifier: tf.LayersModel,
  {data, shape}: Images,
): Promise<NdArray<Float32Array>> {
  const count = pictureLossNames.length;
  const sums = new Float32Array(count * count);
  const [n, ...rest] = shape;
  const size = data.length / n;
  for (let first = 0; first < n; first += chunk) {
    const part = data.subarray(first * size, (first + chunk) * size);
    const found = tf.tidy(() => {
      const x = tf.tensor(part, [part.length / size, ...rest]);
      return tf.concat(pictureLossNames.map((name) => scoresOn(model, classifier, name, x)));
    });
    const values = await found.data();
    found.dispose();
    for (const [i, value] of values.entries()) sums[i]! += (value * part.length) / data.length;
  }
  return {data: sums, shape: [count, count]};
}

/** [losses] of one network. */
function scoresOn(
  model: LossComparison,
  classifier: tf.LayersModel,
  name: PictureLossName,
  x: tf.Tensor,
): tf.Tensor1D {
  const picture = model.completed(name, x);
  const [yours, real] = [model.unseen(picture), model.unseen(x)];
  return tf.stack([
    squaredLoss(yours, real),
    absoluteLoss(yours, real),
    tf.mean(tf.cast(tf.notEqual(levelsOf(yours), levelsOf(real)), "float32")),
    featureLoss(classifier, picture, x),
  ]) as tf.Tensor1D;
}
