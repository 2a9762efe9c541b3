/**
 * Layer normalisation with a scale and a shift for each picture: x [n, ..., C], whose rows are C neighbouring values. A workgroup takes a row.
 *
 *   ModulatedNorm      x, scale and shift [n, C] -> y
 *   ModulatedNormGrad  dy, x, scale -> dx, dscale, dshift; the last two in a second dispatch
 */
import * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";
import {channelsOf, named} from "./channels.js";
import {columnSums} from "./column-sums.js";
import {type Program, runProgram} from "./program.js";
import {type Call, kernelOf, webgpuKernel} from "./webgpu-kernel.js";
import {joined} from "./workgroup-sum.js";

/** A row is short. */
const lanes = 64;

export const modulatedNorm: readonly Kernel[] = [
  webgpuKernel("ModulatedNorm", normalised),
  kernelOf("ModulatedNormGrad", (call, backend) => {
    const [dx, mean, rate] = runProgram(backend, inputGradient(call));
    const sums = runProgram(backend, modulationGradients(call, {mean: mean!, rate: rate!}));
    for (const {dataId} of [mean!, rate!]) backend.disposeData(dataId);
    return [dx!, ...sums];
  }),
];

function normalised({inputs, attrs}: Call): Program {
  const x = inputs.x!;
  return {
    key: "ModulatedNorm",
    outputs: [{name: "y", shape: x.shape}],
    inputs: named(inputs, ["x", "scale", "shift"]),
    ...byRow(x, attrs),
    code: `${joined("total", "a + b", lanes)}
fn main(row: i32, lane: i32) {
  ${moments}
  ${eachOfRow("y[i] = scale(k) * (x(i) - middle) * per + shift(k);")}
}`,
  };
}

/** dx = (g - mean of g - x̂ · mean of g x̂) / deviation, where g = scale dy and x̂ is the normalised x; means of the row. */
function inputGradient({inputs, attrs}: Call): Program {
  const x = inputs.x!;
  const rows = [rowsOf(x)];
  return {
    key: "ModulatedNormGrad",
    outputs: [
      {name: "dx", shape: x.shape},
      {name: "mean", shape: rows},
      {name: "rate", shape: rows},
    ],
    inputs: named(inputs, ["dy", "x", "scale"]),
    ...byRow(x, attrs),
    code: `${joined("total", "a + b", lanes)}
fn main(row: i32, lane: i32) {
  ${moments}
  var sum = 0.0;
  var along = 0.0;
  ${eachOfRow("let g = scale(k) * dy(i); sum += g; along += g * (x(i) - middle) * per;")}
  let share = total(lane, sum) / count;
  let slope = total(lane, along) / count;
  ${eachOfRow("dx[i] = per * (scale(k) * dy(i) - share - (x(i) - middle) * per * slope);")}
  if (lane == 0) {
    mean[row] = middle;
    rate[row] = per;
  }
}`,
  };
}

/** Sums over the rows of each picture; `rate` is 1 / deviation of a row. */
function modulationGradients(
  {inputs}: Call,
  known: Readonly<Record<"mean" | "rate", tf.TensorInfo>>,
): Program {
  const x = inputs.x!;
  const shape = [x.shape[0]!, channelsOf(x)];
  const {variant, ...parts} = columnSums(
    {outer: x.shape[0]!, middle: rowsOf(x) / x.shape[0]!, inner: channelsOf(x)},
    [["dy(i) * (x(i) - mean(i / uniforms.inner)) * rate(i / uniforms.inner)", "dy(i)"]],
    "dscale[o] = sums0[0]; dshift[o] = sums0[1];",
  );
  return {
    key: `ModulatedNormGrad sums ${variant}`,
    outputs: [
      {name: "dscale", shape},
      {name: "dshift", shape},
    ],
    inputs: named({...inputs, ...known}, ["dy", "x", "mean", "rate"]),
    ...parts,
  };
}

function rowsOf(x: tf.TensorInfo): number {
  return tf.util.sizeFromShape(x.shape) / channelsOf(x);
}

function byRow(x: tf.TensorInfo, attrs: Call["attrs"]) {
  const count = rowsOf(x);
  return {
    integers: {width: channelsOf(x), rows: count / x.shape[0]!},
    floats: {epsilon: attrs.epsilon as number},
    count,
    lanes,
  };
}

/** WGSL: the row's mean `middle`, and `per`, 1 / its deviation. */
const moments = `
  let count = f32(uniforms.width);
  var whole = 0.0;
  ${eachOfRow("whole += x(i);")}
  let middle = total(lane, whole) / count;
  var squares = 0.0;
  ${eachOfRow("squares += (x(i) - middle) * (x(i) - middle);")}
  let per = inverseSqrt(total(lane, squares) / count + uniforms.epsilon);`;

/** WGSL: the statement for each value of the row that falls to this lane, at `i`, whose scale and shift are at `k`. */
function eachOfRow(statement: string): string {
  return `for (var c = lane; c < uniforms.width; c += ${lanes}) {
    let i = row * uniforms.width + c;
    let k = row / uniforms.rows * uniforms.width + c;
    ${statement}
  }`;
}
