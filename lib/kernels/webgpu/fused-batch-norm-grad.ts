/**
 * The gradient of TF.js's batch normalisation with given mean and variance, x [..., C] and all others [C], in two dispatches: sums
 * over the columns, then all values. dy, x, mean, variance, scale (1 if left out) -> dx, dmean, dvariance, dscale, doffset.
 */
import * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";
import {channelsOf, columnsOf, named, perDeviation} from "./channels.js";
import {columnSums} from "./column-sums.js";
import {type Program, runProgram} from "./program.js";
import {type Call, kernelOf} from "./webgpu-kernel.js";

export const fusedBatchNormGrad: Kernel = kernelOf("FusedBatchNormGrad", (call, backend) => {
  if (!isByChannel(call)) return undefined;
  const [dvariance, dscale, doffset] = runProgram(backend, sums(call));
  const [dx, dmean] = runProgram(backend, rest(call, doffset!));
  return [dx!, dmean!, dvariance!, dscale!, doffset!];
});

/** Whether mean, variance and scale have one value for each channel. */
function isByChannel({inputs}: Call): boolean {
  const {x, mean, variance, scale} = inputs;
  return [mean, variance, scale].every(
    (each) => each == null || tf.util.arraysEqual(each.shape, [channelsOf(x!)]),
  );
}

function sums({inputs, attrs}: Call): Program {
  const {x, scale} = inputs;
  const shape = [channelsOf(x!)];
  const {variant, ...parts} = columnSums(
    columnsOf(x!),
    [["dy(i) * (x(i) - mean(column))", "dy(i)"]],
    `
    let per = perDeviation(column);
    dvariance[o] = -0.5 * per * per * per * ${scale ? "scale(column)" : "1.0"} * sums0[0];
    dscale[o] = per * sums0[0];
    doffset[o] = sums0[1];`,
  );
  return {
    key: `FusedBatchNormGrad sums ${variant} ${scale != null}`,
    outputs: ["dvariance", "dscale", "doffset"].map((name) => ({name, shape})),
    inputs: named(inputs, ["dy", "x", "mean", "variance", ...scaleName(scale)]),
    floats: {epsilon: attrs.varianceEpsilon as number},
    ...parts,
    code: perDeviation + parts.code,
  };
}

function rest({inputs, attrs}: Call, doffset: tf.TensorInfo): Program {
  const {dy, scale} = inputs;
  return {
    key: `FusedBatchNormGrad ${scale != null}`,
    outputs: [
      {name: "dx", shape: dy!.shape},
      {name: "dmean", shape: doffset.shape},
    ],
    inputs: named({...inputs, doffset}, ["dy", "variance", "doffset", ...scaleName(scale)]),
    floats: {epsilon: attrs.varianceEpsilon as number},
    code: `${perDeviation}
fn slope(c: i32) -> f32 { return perDeviation(c)${scale ? " * scale(c)" : ""}; }
fn main(i: i32) {
  dx[i] = dy(i) * slope(i % uniforms.doffsetLength);
  if (i < uniforms.doffsetLength) { dmean[i] = -doffset(i) * slope(i); }
}`,
    count: tf.util.sizeFromShape(dy!.shape),
  };
}

function scaleName(scale: tf.TensorInfo | undefined): string[] {
  return scale ? ["scale"] : [];
}
