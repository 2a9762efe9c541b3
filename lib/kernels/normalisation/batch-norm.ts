import * as tf from "@tensorflow/tfjs-core";
import {batchView} from "./composed.js";
import {checkChannels, type Normalised, normalise} from "./normalise.js";

/**
 * Batch normalisation in training (Ioffe & Szegedy, 2015, algorithm 1 and section 3), over all axes but the last:
 *
 *   xhat = (x - mean) / sqrt(variance + epsilon)        y = gamma xhat + beta
 *   dx = gamma / sqrt(variance + epsilon) · (dy - mean(dy) - xhat · mean(dy xhat))
 *
 * x [.., C], gamma and beta [C] -> y [.., C], mean and variance [C] of this batch, which have no gradient. Throws a `RangeError` for
 * other shapes. In two kernels with its gradient where the back end has them.
 */
export function batchNormTraining(
  x: tf.Tensor,
  gamma: tf.Tensor,
  beta: tf.Tensor,
  epsilon: number,
): Normalised {
  checkChannels(x, {gamma, beta});
  const layout = {view: batchView(x), statistics: gamma.shape};
  return tf.tidy(() => ({
    ...normalise("BatchNormTraining", {x, gamma, beta}, layout, {epsilon}),
  }));
}
