/**
 * A classifier's pass forward through which pictures learn, and it does not: convolutions are not fused with their bias, because the
 * gradient of the fused ones computes what a frozen network never needs.
 */
import * as tf from "../tf.js";
import {variableOf} from "./model-state.js";

export interface Opinion {
  /** [n, 64] */
  readonly features: tf.Tensor2D;
  /** [n, 10] */
  readonly logits: tf.Tensor2D;
}

/** The opinion of `network` (classifier.ts) on pictures `x` [n, 28, 28, 1], within a `tf.tidy`. */
export function opinionOf(network: tf.LayersModel, x: tf.Tensor): Opinion {
  let features: tf.Tensor | undefined;
  const logits = network.layers.reduce((input, layer) => {
    const output = applied(layer, input);
    if (layer.name === "features") features = output;
    return output;
  }, x);
  return {features: features as tf.Tensor2D, logits: logits as tf.Tensor2D};
}

/** The maps of all convolutions of `network` on pictures `x` [n, 28, 28, 1], [n, h, w, c] each, within a `tf.tidy`. */
export function mapsOf(network: tf.LayersModel, x: tf.Tensor): tf.Tensor[] {
  const maps: tf.Tensor[] = [];
  network.layers.slice(0, lastMap(network) + 1).reduce((input, layer) => {
    const output = applied(layer, input);
    if (layer.getClassName() === "Conv2D") maps.push(output);
    return output;
  }, x);
  return maps;
}

function lastMap({layers}: tf.LayersModel): number {
  return layers.findLastIndex((layer) => layer.getClassName() === "Conv2D");
}

function applied(layer: tf.layers.Layer, x: tf.Tensor): tf.Tensor {
  if (layer.getClassName() !== "Conv2D") return layer.apply(x) as tf.Tensor;
  const [kernel, bias] = layer.weights.map(variableOf);
  const {strides, padding} = layer.getConfig() as {
    strides: [number, number];
    padding: "same" | "valid";
  };
  const sums = tf.conv2d(x as tf.Tensor4D, kernel as tf.Tensor as tf.Tensor4D, strides, padding);
  return tf.relu(tf.add(sums, bias!));
}
