import * as tf from "@tensorflow/tfjs-core";
import {groupView} from "./composed.js";
import {checkChannels, checkGroups, normalise} from "./normalise.js";

/**
 * Group normalisation (Wu & He, 2018): each picture of x [n, .., C] by itself, in `groups` groups of C / groups neighbouring
 * channels, each with its own mean and variance:
 *
 *   xhat = (x - mean) / sqrt(variance + epsilon)        y = gamma xhat + beta
 *
 * gamma and beta [C] -> y [n, .., C]. Throws a `RangeError` for other shapes, and where the groups do not divide the channels. In two
 * kernels with its gradient where the back end has them.
 */
export function groupNorm(
  x: tf.Tensor,
  groups: number,
  gamma: tf.Tensor,
  beta: tf.Tensor,
  epsilon: number,
): tf.Tensor {
  checkChannels(x, {gamma, beta});
  checkGroups(groups, x.shape.at(-1)!);
  const layout = {view: groupView(x, groups), statistics: [x.shape[0]!, groups]};
  return tf.tidy(() => normalise("GroupNorm", {x, gamma, beta}, layout, {epsilon, groups}).y);
}
