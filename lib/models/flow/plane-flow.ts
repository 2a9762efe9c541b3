/**
 * A flow for points of the plane: one dense network that is given the place and the time together.
 *
 *     place [B, 2], time [B, 8]  ->  W -> W -> W  ->  velocity, noise or clean point [B, 2]
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
  /** Decay of the running average of the weights, 0 to below 1; 0 samples with the last ones. */
  readonly averaging: number;
}

/** Numbers that a time is told by. */
export const timeSize = 8;

export function planeFlow(options: PlaneFlowOptions, random: Random): FlowModel {
  const {width, averaging} = options;
  const network = planeNetwork(width);
  initialise(network, random.fork("denoiser"), "he");
  const average = {network: planeNetwork(width), decay: averaging};
  return new FlowModel({...options, network, ...(averaging > 0 && {average})});
}

/** Its kernels are still zero. */
export function planeNetwork(width: number): tf.LayersModel {
  const {concatenate, dense} = tf.layers;
  const zeros = {kernelInitializer: "zeros"} as const;
  const hidden = {units: width, activation: "relu", ...zeros} as const;
  const place = tf.input({shape: [2], name: "place"});
  const time = tf.input({shape: [timeSize], name: "time"});
  const both = concatenate({name: "both"}).apply([place, time]);
  const layers = [
    dense({name: "hidden1", ...hidden}),
    dense({name: "hidden2", ...hidden}),
    dense({name: "hidden3", ...hidden}),
    dense({name: "output", units: 2, ...zeros}),
  ];
  const output = layers.reduce((x, layer) => layer.apply(x), both) as tf.SymbolicTensor;
  return tf.model({name: "denoiser", inputs: [place, time], outputs: output});
}
