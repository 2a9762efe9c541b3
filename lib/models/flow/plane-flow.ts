/**
 * A flow for points of the plane: one dense network that is given the place and the time together, and perhaps a class.
 *
 *     place [B, 2], time [B, 8], class [B, K]  ->  W -> W -> W  ->  velocity, noise or clean point [B, 2]
 *
 * ReLU in between, first weights by He et al., 2015: with SiLU, or by Glorot & Bengio, it learned a little slower and ended alike.
 */
import type {Random} from "../../random.js";
import * as tf from "../../tf.js";
import {initialise} from "../initial-weights.js";
import {FlowModel, type FlowOptions} from "./flow-model.js";

export interface PlaneFlowOptions extends Omit<FlowOptions, "network" | "average" | "forward"> {
  /** W. */
  readonly width: number;
  /** K, 0 for a network that is told no class; default 0. */
  readonly classes?: number;
  /** Decay of the running average of the weights, 0 to below 1; 0 samples with the last ones. */
  readonly averaging: number;
}

/** Numbers that a time is told by. */
export const timeSize = 8;

export function planeFlow(options: PlaneFlowOptions, random: Random): FlowModel {
  const {width, averaging, classes = 0} = options;
  const network = planeNetwork(width, classes);
  initialise(network, random.fork("denoiser"), "he");
  const average = {network: planeNetwork(width, classes), decay: averaging};
  return new FlowModel({...options, network, ...(averaging > 0 && {average})});
}

/** Its kernels are still zero. */
export function planeNetwork(width: number, classes = 0): tf.LayersModel {
  const {concatenate, dense} = tf.layers;
  const zeros = {kernelInitializer: "zeros"} as const;
  const hidden = {units: width, activation: "relu", ...zeros} as const;
  const place = tf.input({shape: [2], name: "place"});
  const time = tf.input({shape: [timeSize], name: "time"});
  const told = classes > 0 ? [tf.input({shape: [classes], name: "class"})] : [];
  const inputs = [place, time, ...told];
  const both = concatenate({name: "both"}).apply(inputs);
  const layers = [
    dense({name: "hidden1", ...hidden}),
    dense({name: "hidden2", ...hidden}),
    dense({name: "hidden3", ...hidden}),
    dense({name: "output", units: 2, ...zeros}),
  ];
  const output = layers.reduce((x, layer) => layer.apply(x), both) as tf.SymbolicTensor;
  return tf.model({name: "denoiser", inputs, outputs: output});
}
