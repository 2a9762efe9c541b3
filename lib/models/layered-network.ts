/**
 * A plain network for small pictures: one dense layer after another, with an activation on all but the last.
 *
 *     [n, h, w, 1]  ->  flat [n, h w]  ->  hidden layers [n, width] each  ->  outputs [n, outputs]
 *
 * First weights are `gain` times those of He et al. (2015); with ReLU a gain of 1 keeps the size of what flows through (eq. 10).
 */
import type {Random} from "../random.js";
import * as tf from "../tf.js";
import {trainableWeights} from "./descent.js";
import {initialise} from "./initial-weights.js";

export type LayerActivation = "relu" | "tanh" | "sigmoid";

export interface LayeredOptions {
  /** Pixels of an edge. */
  readonly side: number;
  /** Hidden layers, and neurons of each. */
  readonly layers: number;
  readonly width: number;
  readonly outputs: number;
  readonly activation: LayerActivation;
  readonly gain: number;
}

export function layeredNetwork(options: LayeredOptions, random: Random): tf.Sequential {
  const {side, layers, width, outputs, activation, gain} = options;
  const kernelInitializer = "zeros";
  const hidden = Array.from({length: layers}, (_, i) =>
    tf.layers.dense({units: width, activation, kernelInitializer, name: `hidden${i + 1}`}),
  );
  const network = tf.sequential({
    layers: [
      tf.layers.flatten({inputShape: [side, side, 1], name: "flat"}),
      ...hidden,
      tf.layers.dense({units: outputs, kernelInitializer, name: "answer"}),
    ],
  });
  initialise(network, random, "he");
  if (gain !== 1) scaleKernels(network, gain);
  return network;
}

/** The kernels of a network, without the biases. */
export function kernelsOf(network: tf.LayersModel): tf.Variable[] {
  return trainableWeights(network).filter(({shape}) => shape.length > 1);
}

/** Makes all kernels of a network `factor` times as large, and leaves the biases. */
export function scaleKernels(network: tf.LayersModel, factor: number): void {
  for (const kernel of kernelsOf(network)) tf.tidy(() => kernel.assign(tf.mul(kernel, factor)));
}
