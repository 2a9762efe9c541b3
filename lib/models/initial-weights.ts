/**
 * Seeded initial weights: w = s · normal, with the scale s by scheme. Biases and batch-norm weights keep their constants.
 *
 * - `he`: s = sqrt(2 / fanIn), for ReLU (He et al., 2015, eq. 10)
 * - `glorot`: s = sqrt(2 / (fanIn + fanOut)) (Glorot & Bengio, 2010, eq. 16)
 * - `dcgan`: s = 0.02 (Radford et al., 2016, section 4)
 *
 * Drawn in layer order with exact operations only: a seed gives the same bits in every engine. The initialisers of the
 * layers themselves use `Math.random` and `Math.cos`, so every model of this course is initialised here.
 */

import type {Random} from "../random.js";
import * as tf from "../tf.js";

export type InitialScheme = "he" | "glorot" | "dcgan";

const drawn = ["kernel", "embeddings"];
const constant = ["bias", "gamma", "beta", "moving_mean", "moving_variance"];

/** Draws every kernel of `model` anew. Throws for a weight of a kind it does not know. */
export function initialise(model: tf.LayersModel, random: Random, scheme: InitialScheme): void {
  for (const layer of flatten(model.layers))
    for (const weight of layer.weights) {
      if (isDrawn(weight.originalName)) draw(layer, weight, random, scheme);
    }
}

function flatten(layers: readonly tf.layers.Layer[]): tf.layers.Layer[] {
  return layers.flatMap((layer) =>
    layer instanceof tf.LayersModel ? flatten(layer.layers) : [layer],
  );
}

function isDrawn(name: string): boolean {
  const kind = name.slice(name.lastIndexOf("/") + 1);
  if (!drawn.includes(kind) && !constant.includes(kind))
    throw new RangeError(`unknown weight: ${name} (one of ${[...drawn, ...constant].join(", ")})`);
  return drawn.includes(kind);
}

function draw(
  layer: tf.layers.Layer,
  weight: tf.LayerVariable,
  random: Random,
  scheme: InitialScheme,
): void {
  const shape = weight.shape as number[];
  const s = scaleOf(layer, shape, scheme);
  const values = random.normals(tf.util.sizeFromShape(shape)).map((normal) => s * normal);
  const tensor = tf.tensor(values, shape);
  weight.write(tensor);
  tensor.dispose();
}

function scaleOf(layer: tf.layers.Layer, shape: readonly number[], scheme: InitialScheme): number {
  const {fanIn, fanOut} = fans(layer, shape);
  switch (scheme) {
    case "he":
      return Math.sqrt(2 / fanIn);
    case "glorot":
      return Math.sqrt(2 / (fanIn + fanOut));
    case "dcgan":
      return 0.02;
  }
}

/** Values that one output sums, and outputs that one input reaches. A kernel is [...window, in, out]; a transposed
 * convolution's is [...window, out, in], and its stride thins out what an output sums. */
function fans(
  layer: tf.layers.Layer,
  shape: readonly number[],
): {readonly fanIn: number; readonly fanOut: number} {
  const [a = 1, b = 1] = shape.slice(-2);
  const window = shape.slice(0, -2).reduce((product, side) => product * side, 1);
  const {strides} = layer.getConfig() as {strides?: readonly number[]};
  const thinning = strides?.reduce((product, stride) => product * stride, 1) ?? 1;
  return layer.getClassName() === "Conv2DTranspose"
    ? {fanIn: (b * window) / thinning, fanOut: a * window}
    : {fanIn: a * window, fanOut: (b * window) / thinning};
}
