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

/** Moves the weights of `average` towards those of `network`, which has the same layers. `decay` is 0 to below 1. */
export function averageWeights(
  average: tf.LayersModel,
  network: tf.LayersModel,
  decay: number,
  update: number,
): void {
  const share = 1 - Math.min(decay, (1 + update) / (10 + update));
  moveTowards(average.weights.map(variableOf), network.weights.map(variableOf), share);
}
