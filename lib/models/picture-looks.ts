/**
 * What a convolutional network that stands still sees in a picture, at several sizes: the maps of its convolutions on the whole, on half the side,
 * on a quarter. A small network sees a few pixels at a time, so on a smaller picture it sees longer strokes.
 *
 * Its maxima are replaced by means, as Gatys, Ecker & Bethge do (2016, section 2): then every pixel has a part in the gradient. Convolutions are
 * padded with zeros, so that a picture of any size will do; they are not fused with their bias, as in frozen-classifier.ts.
 */
import * as tf from "../tf.js";
import {variableOf} from "./model-state.js";

/** Maps [n, h, w, c] of each convolution, from the first on. */
export type Maps = readonly tf.Tensor4D[];

/** Of pictures `x` [n, s, s, 3] in [-1, 1], within a `tf.tidy`: `scales` looks, each at half the side of the one before. */
export function looksAt(network: tf.LayersModel, x: tf.Tensor4D, scales: number): readonly Maps[] {
  const looks: Maps[] = [];
  for (let i = 0, seen = x; i < scales; i++, seen = halved(seen))
    looks.push(averagedMaps(network, seen));
  return looks;
}

function averagedMaps({layers}: tf.LayersModel, x: tf.Tensor4D): Maps {
  const maps: tf.Tensor4D[] = [];
  let seen = x;
  for (const layer of layers) {
    if (layer.getClassName() === "MaxPooling2D") seen = halved(seen);
    if (layer.getClassName() !== "Conv2D") continue;
    seen = convolved(layer, seen);
    maps.push(seen);
  }
  return maps;
}

function convolved(layer: tf.layers.Layer, x: tf.Tensor4D): tf.Tensor4D {
  const [kernel, bias] = layer.weights.map(variableOf);
  const sums = tf.conv2d(x, kernel as tf.Tensor as tf.Tensor4D, 1, "same");
  return tf.relu(tf.add(sums, bias!));
}

function halved(x: tf.Tensor4D): tf.Tensor4D {
  return tf.avgPool(x, 2, 2, "valid");
}
