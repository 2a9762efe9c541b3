/**
 * A running average of a network's weights, which draws better pictures than the weights themselves (Yazıcı et al., 2019,
 * section 3; Karras et al., 2018):
 *
 *   average <- d average + (1 - d) weights,   d = min(decay, (1 + t) / (10 + t))
 *
 * after update t = 1, 2, ... so that the random first weights are soon forgotten.
 */
import {averageWeights as moveTowards} from "../kernels/optimisers/average-weights.js";
import type * as tf from "../tf.js";
import {variableOf} from "./model-state.js";

/** A network whose weights are the average of those of another one, of the same layers. */
export interface Average {
  readonly network: tf.LayersModel;
  readonly of: tf.LayersModel;
  /** 0 to below 1. */
  readonly decay: number;
}

/** Moves the average towards the network that it is of, after its update number `update`. */
export function averageWeights({network, of, decay}: Average, update: number): void {
  const share = 1 - Math.min(decay, (1 + update) / (10 + update));
  moveTowards(network.weights.map(variableOf), of.weights.map(variableOf), share);
}
