import type * as tf from "../tf.js";
import {Adam} from "./adam.js";
import {momentumDescent} from "./momentum-descent.js";
import type {Optimiser} from "./optimiser.js";
import {PlainDescent} from "./plain-descent.js";
import {rmspropDescent} from "./rmsprop-descent.js";

export const optimiserNames = ["sgd", "momentum", "rmsprop", "adam"] as const;
export type OptimiserName = (typeof optimiserNames)[number];

/** The share of its last step that momentum keeps, and that of the squares that RMSProp does. */
export const momentum = 0.9;
const decay = 0.99;

/** What moves `weights` by the rule of this name. Adam's numbers are those of its paper. */
export function optimiserOf(
  name: OptimiserName,
  weights: readonly tf.Variable[],
  learningRate: number,
): Optimiser {
  switch (name) {
    case "sgd":
      return new PlainDescent(weights, {learningRate});
    case "momentum":
      return momentumDescent(weights, {learningRate, momentum});
    case "rmsprop":
      return rmspropDescent(weights, {learningRate, decay});
    case "adam":
      return new Adam(weights, {learningRate});
  }
}
