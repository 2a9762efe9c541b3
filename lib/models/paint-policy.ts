/**
 * The painter's policy: a small convolutional network that sees target and canvas and gives every stroke a logit.
 *
 *     [n, 28, 28, 2] in [0, 1]  ->  conv 4x4 stride 2, W  ->  conv 3x3, W  ->  conv 3x3, W  ->  conv 1x1, 8  ->  logits [n, 1568]
 *
 * Leaky ReLU in between. The last layer begins at zero, so that at first every stroke is exactly as likely as any other.
 */
import type {Random} from "../random.js";
import {canvasSide, directionCount} from "../strokes.js";
import * as tf from "../tf.js";
import {initialise} from "./initial-weights.js";

/** The policy with `width` channels a convolution, its weights drawn from `random`. The caller disposes it. */
export function paintPolicy(width: number, random: Random): tf.Sequential {
  const conv = (name: string, filters: number, kernelSize: number, more = {}) =>
    tf.layers.conv2d({
      name,
      filters,
      kernelSize,
      padding: "same",
      kernelInitializer: "zeros",
      ...more,
    });
  const leaky = (name: string) => tf.layers.leakyReLU({name, alpha: 0.1});
  const seen = conv("see", width, 4, {strides: 2, inputShape: [canvasSide, canvasSide, 2]});
  const score = conv("score", directionCount, 1);
  const network = tf.sequential({
    name: "policy",
    layers: [
      seen,
      leaky("leaky1"),
      conv("compare", width, 3),
      leaky("leaky2"),
      conv("plan", width, 3),
      leaky("leaky3"),
      score,
      tf.layers.flatten({name: "strokes"}),
    ],
  });
  initialise(network, random, "he");
  clear(score);
  return network;
}

function clear(layer: tf.layers.Layer): void {
  for (const weight of layer.weights) {
    const zeros = tf.zeros(weight.shape as number[]);
    weight.write(zeros);
    zeros.dispose();
  }
}
