/** Gradients of batch and group normalisation with the statistics of x itself. Mean and variance, though outputs, have none. */
import type * as tf from "@tensorflow/tfjs-core";
import {batchView, groupView, normaliseGradient, type View} from "../normalisation/composed.js";
import {type FusedGradient, type Gradients, runKernels} from "./fused-gradient.js";

export const normalisationGradients: readonly FusedGradient[] = [
  gradientOf("BatchNormTraining", batchView),
  gradientOf("GroupNorm", (x, {groups}) => groupView(x, groups as number)),
];

function gradientOf(
  operation: string,
  viewOf: (x: tf.Tensor, attrs: tf.NamedAttrMap) => View,
): FusedGradient {
  const kernel = `${operation}Grad`;
  return {
    operation,
    kernel,
    inputsToSave: ["x", "gamma"],
    outputsToSave: [false, true, true],
    fused: (dys, [x, gamma, mean, variance], attrs) => {
      const inputs = {dy: first(dys), x: x!, gamma: gamma!, mean: mean!, variance: variance!};
      return named(runKernels(kernel, inputs, attrs));
    },
    composed: (dys, [x, gamma], attrs) =>
      named(
        normaliseGradient(
          {dy: first(dys), x: x!, gamma: gamma!},
          viewOf(x!, attrs),
          attrs.epsilon as number,
        ),
      ),
  };
}

/** TF.js hands over the gradients of all outputs; only y has one. */
function first(dys: tf.Tensor): tf.Tensor {
  return [dys].flat()[0]!;
}

function named([dx, dgamma, dbeta]: readonly tf.Tensor[]): Gradients {
  return {x: () => dx!, gamma: () => dgamma!, beta: () => dbeta!};
}
