/**
 * Batch normalisation in training (Ioffe & Szegedy, 2015), over all but the last axis of x [..., C], and its gradient through mean
 * and variance, each in two dispatches: sums over the columns, then all values.
 *
 *   BatchNormTraining      x, gamma, beta -> y, mean, variance
 *   BatchNormTrainingGrad  dy, x, gamma, mean, variance -> dx, dgamma, dbeta
 */
import * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";
import {channelsOf, columnsOf, named, perDeviation} from "./channels.js";
import {columnSums} from "./column-sums.js";
import {type Program, runProgram} from "./program.js";
import {type Call, kernelOf} from "./webgpu-kernel.js";

export const batchNorm: readonly Kernel[] = [
  kernelOf("BatchNormTraining", (call, backend) => {
    const [mean, variance] = runProgram(backend, moments(call));
    const [y] = runProgram(backend, normalised(call, mean!, variance!));
    return [y!, mean!, variance!];
  }),
  kernelOf("BatchNormTrainingGrad", (call, backend) => {
    const [dgamma, dbeta] = runProgram(backend, parameterGradients(call));
    const [dx] = runProgram(backend, inputGradient(call, dgamma!, dbeta!));
    return [dx!, dgamma!, dbeta!];
  }),
];

/** The mean, then the variance from the differences to it, which does not cancel. */
function moments({inputs}: Call): Program {
  const x = inputs.x!;
  const {variant, ...parts} = columnSums(
    columnsOf(x),
    [["x(i)"], ["(x(i) - mean(sums0[0])) * (x(i) - mean(sums0[0]))"]],
    "means[o] = mean(sums0[0]); variances[o] = mean(sums1[0]);",
  );
  const shape = [channelsOf(x)];
  return {
    key: `BatchNormTraining moments ${variant}`,
    outputs: [
      {name: "means", shape},
      {name: "variances", shape},
    ],
    inputs: [{name: "x", tensor: x}],
    ...parts,
    code: `fn mean(sum: f32) -> f32 { return sum / f32(uniforms.middle); }${parts.code}`,
  };
}

function normalised({inputs, attrs}: Call, mean: tf.TensorInfo, variance: tf.TensorInfo): Program {
  const x = inputs.x!;
  return {
    key: "BatchNormTraining",
    outputs: [{name: "y", shape: x.shape}],
    inputs: named({...inputs, mean, variance}, ["x", "gamma", "beta", "mean", "variance"]),
    floats: {epsilon: attrs.epsilon as number},
    code: `${perDeviation}
fn main(i: i32) {
  let c = i % uniforms.meanLength;
  y[i] = (x(i) - mean(c)) * perDeviation(c) * gamma(c) + beta(c);
}`,
    count: tf.util.sizeFromShape(x.shape),
  };
}

function parameterGradients({inputs, attrs}: Call): Program {
  const x = inputs.x!;
  const shape = [channelsOf(x)];
  const {variant, ...parts} = columnSums(
    columnsOf(x),
    [["dy(i) * (x(i) - mean(column))", "dy(i)"]],
    "dgamma[o] = sums0[0] * perDeviation(column); dbeta[o] = sums0[1];",
  );
  return {
    key: `BatchNormTrainingGrad sums ${variant}`,
    outputs: [
      {name: "dgamma", shape},
      {name: "dbeta", shape},
    ],
    inputs: named(inputs, ["dy", "x", "mean", "variance"]),
    floats: {epsilon: attrs.epsilon as number},
    ...parts,
    code: perDeviation + parts.code,
  };
}

/** dx = gamma / deviation · (dy - mean of dy - x̂ · mean of dy x̂), where x̂ is the normalised x. */
function inputGradient(
  {inputs, attrs}: Call,
  dgamma: tf.TensorInfo,
  dbeta: tf.TensorInfo,
): Program {
  const x = inputs.x!;
  return {
    key: "BatchNormTrainingGrad",
    outputs: [{name: "dx", shape: x.shape}],
    inputs: named({...inputs, dgamma, dbeta}, [
      "dy",
      "x",
      "gamma",
      "mean",
      "variance",
      "dgamma",
      "dbeta",
    ]),
    integers: {rows: columnsOf(x).middle},
    floats: {epsilon: attrs.epsilon as number},
    code: `${perDeviation}
fn main(i: i32) {
  let c = i % uniforms.meanLength;
  let normalised = (x(i) - mean(c)) * perDeviation(c);
  let share = (dbeta(c) + normalised * dgamma(c)) / f32(uniforms.rows);
  dx[i] = gamma(c) * perDeviation(c) * (dy(i) - share);
}`,
    count: tf.util.sizeFromShape(x.shape),
  };
}
