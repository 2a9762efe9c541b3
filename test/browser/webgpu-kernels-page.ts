/** What webgpu-kernels.test.ts runs in a page: each kernel over generated shapes, on WebGPU and on TF.js's cpu back end. */
import "@tensorflow/tfjs-backend-cpu";
import "@tensorflow/tfjs-backend-webgpu";
import {gelu, installKernels, silu} from "../../lib/kernels/index.js";
import {Random} from "../../lib/random.js";
import * as tf from "../../lib/tf.js";
import {arithmetic} from "./webgpu-arithmetic-cases.js";
import {type Case, type Compute, normal} from "./webgpu-case.js";
import {attentions, biases, pools, products} from "./webgpu-layer-cases.js";
import {lossCases, randomNormalCases} from "./webgpu-loss-cases.js";
import {normalisations} from "./webgpu-normalisation-cases.js";
import {watch} from "./webgpu-watch.js";

export interface Result {
  readonly name: string;
  readonly ours: readonly (readonly number[])[];
  readonly reference: readonly (readonly number[])[];
  readonly missingPrograms: readonly string[];
  readonly leakedTensors: number;
}

let labels: string[] = [];

export async function start(): Promise<void> {
  await tf.setBackend("webgpu");
  await installKernels();
  watch<GPUComputePipeline>(GPUComputePassEncoder.prototype, "setPipeline", ({label}) => {
    labels.push(label);
  });
}

const groups: Readonly<Record<string, () => readonly Case[]>> = {
  "activation gradients": activationGradients,
  reductions,
  "activations after a bias": biases,
  pools,
  products,
  attentions,
  arithmetic,
  normalisations,
  losses: lossCases,
  "random normal": randomNormalCases,
};

export function names(): string[] {
  return Object.keys(groups);
}

export async function run(group: string): Promise<Result[]> {
  const results: Result[] = [];
  for (const each of groups[group]!()) results.push(await compare(each));
  return results;
}

async function compare({
  name,
  programs,
  compute,
  reference: right = compute,
}: Case): Promise<Result> {
  const reference = await valuesOn("cpu", right);
  labels = [];
  const before = tf.memory().numTensors;
  const ours = await valuesOn("webgpu", compute);
  return {
    name,
    ours,
    reference,
    missingPrograms: programs.filter((start) => !labels.some((label) => label.startsWith(start))),
    leakedTensors: tf.memory().numTensors - before,
  };
}

async function valuesOn(backend: string, compute: Compute): Promise<number[][]> {
  await tf.setBackend(backend);
  const result = tf.tidy(() => compute(new Random(7)));
  const tensors = Array.isArray(result) ? result : [result];
  const values = await Promise.all(tensors.map(async (tensor) => [...(await tensor.data())]));
  tf.dispose(tensors);
  return values;
}

const shapes = [[1], [5], [3, 7], [2, 5, 3, 4], [1, 1, 1, 9], [67, 65]];

/** The gradients with respect to all of `inputs` of `f`'s result times random numbers. */
function gradients(
  f: (...inputs: tf.Tensor[]) => tf.Tensor,
  inputs: tf.Tensor[],
  random: Random,
): tf.Tensor[] {
  const dy = normal(f(...inputs).shape, random);
  return tf.grads(f)(inputs, dy);
}

function activationGradients(): Case[] {
  const functions: Record<string, (x: tf.Tensor) => tf.Tensor> = {
    ReluGrad: tf.relu,
    Relu6Grad: (x) => tf.relu6(tf.mul(x, 5)),
    LeakyReluGrad: (x) => tf.leakyRelu(x, 0.3),
    SeluGrad: tf.selu,
    SiluGrad: silu,
    GeluGrad: gelu,
    SigmoidGrad: tf.sigmoid,
    TanhGrad: tf.tanh,
    SoftplusGrad: tf.softplus,
  };
  return Object.entries(functions).flatMap(([kernel, f]) =>
    shapes.map((shape) => ({
      name: `${kernel} [${shape}]`,
      programs: [kernel],
      compute: (random) => gradients(f, [normal(shape, random)], random),
    })),
  );
}

function reductions(): Case[] {
  const cases: [shape: number[], axis: number | number[]][] = [
    [[5, 3], 0],
    [[1, 3], 0],
    [[300, 7], 0],
    [[3, 300], 0],
    [[40, 300], 0],
    [[40, 65], 0],
    [[2, 9, 3], 1],
    [[2, 30, 70], 1],
    [
      [3, 4, 5, 6],
      [0, 1, 2],
    ],
    [
      [3, 4, 5, 6],
      [2, 1],
    ],
    [
      [1, 64, 1],
      [0, 1],
    ],
  ];
  return cases.flatMap(([shape, axis]) =>
    [true, false].flatMap((keepDims) => [
      {
        name: `Sum [${shape}] over ${axis}`,
        programs: ["Sum of columns"],
        compute: (random: Random) => tf.sum(normal(shape, random), axis, keepDims),
      },
      {
        name: `Mean [${shape}] over ${axis}`,
        programs: ["Mean of columns"],
        compute: (random: Random) => tf.mean(normal(shape, random), axis, keepDims),
      },
    ]),
  );
}
