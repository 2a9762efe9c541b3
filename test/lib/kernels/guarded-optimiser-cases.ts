/** Cases of the optimisers: some steps over weights of drawn shapes, against the same rules composed of TF.js's operations. */
import {adam, averageWeights, momentum, rmsprop, sgd} from "../../../lib/kernels/index.js";
import * as tf from "../../../lib/tf.js";
import type {Case, DrawCase} from "./guarded-case.js";
import type {Draw} from "./guarded-draw.js";

const steps = 3;

function optimiser(make: () => tf.Optimizer): DrawCase {
  return (draw) => {
    const inputs = Array.from({length: draw.from(1, 5)}, () =>
      draw.floats(draw.shape(draw.from(0, 3), 600)),
    );
    return {attributes: {}, inputs, compute: (...starts) => moved(make(), starts)};
  };
}

/** The weights after some steps, whose gradients are the sines of where they began. */
function moved(rule: tf.Optimizer, starts: readonly tf.Tensor[]): tf.Tensor[] {
  const weights = starts.map((start) => tf.variable(start));
  for (let step = 0; step < steps; step++)
    rule.applyGradients(
      weights.map(({name}, i) => ({name, tensor: tf.add(tf.mul(starts[i]!, 0.5), step)})),
    );
  const results = weights.map((weight) => tf.mul(weight, 1));
  rule.dispose();
  for (const weight of weights) weight.dispose();
  return results;
}

function averages(draw: Draw): Case {
  const share = draw.pick([0, 0.02, 0.5, 1]);
  const shape = draw.shape(draw.from(0, 3), 600);
  const compute = (...inputs: tf.Tensor[]) => {
    const [average, weights] = inputs.map((each) => tf.variable(each)) as [
      tf.Variable,
      tf.Variable,
    ];
    averageWeights([average], [weights], share);
    const result = tf.mul(average, 1);
    for (const each of [average, weights]) each.dispose();
    return [result];
  };
  return {attributes: {share}, inputs: [draw.floats(shape), draw.floats(shape)], compute};
}

export const optimiserCases: Readonly<Record<string, DrawCase>> = {
  sgd: optimiser(() => sgd(0.05)),
  momentum: optimiser(() => momentum(0.05, 0.9)),
  "momentum with Nesterov's look ahead": optimiser(() => momentum(0.05, 0.9, true)),
  adam: optimiser(() => adam(0.01, 0.9, 0.99)),
  rmsprop: optimiser(() => rmsprop(0.01, 0.9, 0.5)),
  "centred rmsprop": optimiser(() => rmsprop(0.001, 0.9, 0.5, -1e-2, true)),
  averageWeights: averages,
};
