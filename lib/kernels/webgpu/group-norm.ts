/**
 * Group normalisation (Wu & He, 2018) of x [n, ..., C], whose channels form groups of neighbours: each picture's group has a mean and
 * a variance of its own. A workgroup takes one of them.
 *
 *   GroupNorm      x, gamma, beta -> y, mean [n, groups], variance [n, groups]
 *   GroupNormGrad  dy, x, gamma, mean, variance -> dx, dgamma, dbeta; the last two in a second dispatch
 */
import * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";
import {channelsOf, columnsOf, named, perDeviation} from "./channels.js";
import {columnSums} from "./column-sums.js";
import {type Program, runProgram} from "./program.js";
import {type Call, kernelOf, webgpuKernel} from "./webgpu-kernel.js";
import {lanes, workgroupSum} from "./workgroup-sum.js";

export const groupNorm: readonly Kernel[] = [
  webgpuKernel("GroupNorm", normalised),
  kernelOf("GroupNormGrad", (call, backend) => [
    ...runProgram(backend, inputGradient(call)),
    ...runProgram(backend, parameterGradients(call)),
  ]),
];

function normalised({inputs, attrs}: Call): Program {
  const x = inputs.x!;
  const shape = [x.shape[0]!, attrs.groups as number];
  return {
    key: "GroupNorm",
    outputs: [
      {name: "y", shape: x.shape},
      {name: "mean", shape},
      {name: "variance", shape},
    ],
    inputs: named(inputs, ["x", "gamma", "beta"]),
    ...byGroup(x, attrs),
    code: `${workgroupSum}${place}
fn main(group: i32, lane: i32) {
  let count = f32(uniforms.size);
  var sum = 0.0;
  ${eachOfGroup("sum += x(i);")}
  let middle = total(lane, sum) / count;
  var squares = 0.0;
  ${eachOfGroup("squares += (x(i) - middle) * (x(i) - middle);")}
  let spread = total(lane, squares) / count;
  let per = inverseSqrt(spread + uniforms.epsilon);
  ${eachOfGroup("y[i] = (x(i) - middle) * per * gamma(c) + beta(c);")}
  if (lane == 0) {
    mean[group] = middle;
    variance[group] = spread;
  }
}`,
  };
}

/** dx = (g - mean of g - x̂ · mean of g x̂) / deviation, where g = gamma dy and x̂ is the normalised x; means of the group. */
function inputGradient({inputs, attrs}: Call): Program {
  const x = inputs.x!;
  return {
    key: "GroupNormGrad",
    outputs: [{name: "dx", shape: x.shape}],
    inputs: named(inputs, ["dy", "x", "gamma", "mean", "variance"]),
    ...byGroup(x, attrs),
    code: `${workgroupSum}${place}${perDeviation}
fn main(group: i32, lane: i32) {
  let middle = mean(group);
  let per = perDeviation(group);
  var sum = 0.0;
  var along = 0.0;
  ${eachOfGroup("let g = gamma(c) * dy(i); sum += g; along += g * (x(i) - middle) * per;")}
  let share = total(lane, sum) / f32(uniforms.size);
  let slope = total(lane, along) / f32(uniforms.size);
  ${eachOfGroup("dx[i] = per * (gamma(c) * dy(i) - share - (x(i) - middle) * per * slope);")}
}`,
  };
}

function parameterGradients({inputs, attrs}: Call): Program {
  const x = inputs.x!;
  const shape = [channelsOf(x)];
  const {variant, integers, ...parts} = columnSums(
    columnsOf(x),
    [["dy(i) * normalised(i, row, column)", "dy(i)"]],
    "dgamma[o] = sums0[0]; dbeta[o] = sums0[1];",
  );
  const {width, rows} = groupsOf(x, attrs);
  return {
    key: `GroupNormGrad sums ${variant}`,
    outputs: [
      {name: "dgamma", shape},
      {name: "dbeta", shape},
    ],
    inputs: named(inputs, ["dy", "x", "mean", "variance"]),
    integers: {...integers, width, rows, groups: attrs.groups as number},
    floats: {epsilon: attrs.epsilon as number},
    ...parts,
    code: `${perDeviation}
fn normalised(i: i32, row: i32, column: i32) -> f32 {
  let group = row / uniforms.rows * uniforms.groups + column / uniforms.width;
  return (x(i) - mean(group)) * perDeviation(group);
}${parts.code}`,
  };
}

/** Of a group: how many channels, and how many rows of them in a picture. */
function groupsOf(x: tf.TensorInfo, {groups}: Call["attrs"]): {width: number; rows: number} {
  const width = channelsOf(x) / (groups as number);
  return {width, rows: tf.util.sizeFromShape(x.shape.slice(1, -1))};
}

function byGroup(x: tf.TensorInfo, attrs: Call["attrs"]) {
  const {width, rows} = groupsOf(x, attrs);
  const groups = attrs.groups as number;
  return {
    integers: {groups, width, size: rows * width, pictureSize: rows * channelsOf(x)},
    floats: {epsilon: attrs.epsilon as number},
    count: x.shape[0]! * groups,
    lanes,
  };
}

/** The k-th value of a group lies at `channel + k / width * C` of its picture. */
const place = `
fn channel(group: i32, k: i32) -> i32 {
  return group % uniforms.groups * uniforms.width + k % uniforms.width;
}
fn place(group: i32, k: i32) -> i32 {
  let row = k / uniforms.width * (uniforms.groups * uniforms.width);
  return group / uniforms.groups * uniforms.pictureSize + row + channel(group, k);
}
`;

/** WGSL: the statement for each value of the group that falls to this lane, at `i` and of channel `c`. */
function eachOfGroup(statement: string): string {
  return `for (var k = lane; k < uniforms.size; k += ${lanes}) {
    let i = place(group, k);
    let c = channel(group, k);
    ${statement}
  }`;
}
