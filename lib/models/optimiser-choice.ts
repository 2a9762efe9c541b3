import type * as tf from "../tf.js";
import {Adam} from "./adam.js";
import {MomentumDescent} from "./momentum-descent.js";
import type {Optimiser} from "./optimiser.js";
import {PlainDescent} from "./plain-descent.js";

export const optimiserNames = ["sgd", "momentum", "adam"] as const;
export type OptimiserName = (typeof optimiserNames)[number];

const momentum = 0.9;

/** What moves `weights` by the rule of this name. A momentum is 0.9, and Adam's numbers are those of its paper. */
export function optimiserOf(
  name: OptimiserName,
  weights: readonly tf.Variable[],
  learningRate: number,
): Optimiser {
  switch (name) {
    case "sgd":
      return new PlainDescent(weights, {learningRate});
    case "momentum":
      return new MomentumDescent(weights, {learningRate, momentum});
    case "adam":
      return new Adam(weights, {learningRate});
  }
}
