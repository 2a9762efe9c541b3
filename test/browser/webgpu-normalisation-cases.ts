/** Cases of batch, group and modulated normalisation and their gradients, against TF.js's gradients of the composed normalisation. */
import {groupNormSilu, modulatedNorm} from "../../lib/kernels/index.js";
import type {Random} from "../../lib/random.js";
import * as tf from "../../lib/tf.js";
import {type Case, normal} from "./webgpu-case.js";

const epsilon = 1e-3;

const shapes = [
  [1, 5],
  [7, 3],
  [2, 3, 4, 6],
  [3, 40],
  [40, 9, 70],
  [1, 2, 300],
];

export function normalisations(): Case[] {
  return [
    ...shapes.flatMap((shape) => [...batchNorm(shape), ...fusedBatchNormGrad(shape)]),
    ...groupCases.flatMap(([shape, groups]) => groupNorm(shape, groups)),
    ...groupCases.map(([shape, groups]) => withSilu(shape, groups)),
    ...shapes.map(modulated),
  ];
}

const groupCases: readonly [shape: number[], groups: number][] = [
  [[2, 5], 1],
  [[2, 3, 6], 3],
  [[3, 4, 5, 8], 2],
  [[1, 20, 30, 4], 4],
];

/** x far from 0, so that a variance from squares would cancel; gamma, beta, and dy. */
function inputs(shape: readonly number[], random: Random): tf.Tensor[] {
  const channels = [shape.at(-1)!];
  const x = tf.add(tf.mul(normal(shape, random), 0.5), 30);
  return [x, normal(channels, random), normal(channels, random), normal(shape, random)];
}

/** x, gamma, beta -> y, mean and variance, over `axes` of x as it is reshaped to `view`. */
function normalise(
  [x, gamma, beta]: readonly tf.Tensor[],
  view: readonly number[],
  axes: readonly number[],
): [y: tf.Tensor, mean: tf.Tensor, variance: tf.Tensor] {
  const {mean, variance} = tf.moments(tf.reshape(x!, [...view]), [...axes], true);
  const scaled = tf.div(
    tf.sub(tf.reshape(x!, [...view]), mean),
    tf.sqrt(tf.add(variance, epsilon)),
  );
  const y = tf.add(tf.mul(tf.reshape(scaled, x!.shape), gamma!), beta!);
  return [y, mean, variance];
}

type Normalise = (inputs: readonly tf.Tensor[]) => ReturnType<typeof normalise>;

function gradients(f: Normalise, [x, gamma, beta, dy]: readonly tf.Tensor[]): tf.Tensor[] {
  return tf.grads((...inputs) => f(inputs)[0])([x!, gamma!, beta!], dy!);
}

function run(kernel: string, inputs: tf.NamedTensorMap, attrs: tf.NamedAttrMap): tf.Tensor[] {
  return tf.engine().runKernel(kernel, inputs, attrs) as tf.Tensor[];
}

function batchNorm(shape: readonly number[]): Case[] {
  const axes = shape.slice(0, -1).map((_, i) => i);
  const channels = [shape.at(-1)!];
  const reference: Normalise = (inputs) => {
    const [y, mean, variance] = normalise(inputs, shape, axes);
    return [y, tf.reshape(mean, channels), tf.reshape(variance, channels)];
  };
  return both("BatchNormTraining", shape, reference, {epsilon});
}

function groupNorm(shape: readonly number[], groups: number): Case[] {
  const [n = 1, channels] = [shape[0], shape.at(-1)!];
  const view = [n, ...shape.slice(1, -1), groups, channels / groups];
  const axes = view.map((_, i) => i).filter((i) => i > 0 && i !== view.length - 2);
  const reference: Normalise = (inputs) => {
    const [y, mean, variance] = normalise(inputs, view, axes);
    return [y, tf.reshape(mean, [n, groups]), tf.reshape(variance, [n, groups])];
  };
  return both("GroupNorm", shape, reference, {epsilon, groups});
}

/** The kernel and its gradient. */
function both(
  kernel: string,
  shape: readonly number[],
  reference: Normalise,
  attrs: tf.NamedAttrMap,
): Case[] {
  const name = `[${shape}] ${JSON.stringify(attrs)}`;
  return [
    {
      name: `${kernel} ${name}`,
      programs: [kernel],
      compute: (random) => {
        const [x, gamma, beta] = inputs(shape, random);
        return run(kernel, {x: x!, gamma: gamma!, beta: beta!}, attrs);
      },
      reference: (random) => reference(inputs(shape, random)),
    },
    {
      name: `${kernel}Grad ${name}`,
      programs: [`${kernel}Grad`, `${kernel}Grad sums`],
      compute: (random) => {
        const [x, gamma, beta, dy] = inputs(shape, random);
        const [, mean, variance] = reference([x!, gamma!, beta!]);
        const known = {dy: dy!, x: x!, gamma: gamma!, mean, variance};
        return run(`${kernel}Grad`, known, attrs);
      },
      reference: (random) => gradients(reference, inputs(shape, random)),
    },
  ];
}

/** Made of its parts there, with all gradients. */
function withSilu(shape: readonly number[], groups: number): Case {
  return {
    name: `groupNormSilu [${shape}] ${groups}`,
    programs: ["GroupNorm", "GroupNormGrad", "SiluGrad"],
    compute: (random) => {
      const [x, gamma, beta, dy] = inputs(shape, random);
      const shift = normal([shape[0]!, shape.at(-1)!], random);
      const f = (...[x, gamma, beta, shift]: tf.Tensor[]) =>
        groupNormSilu(x!, {groups, gamma: gamma!, beta: beta!, epsilon, shift: shift!});
      const given = [x!, gamma!, beta!, shift];
      return [f(...given), ...tf.grads(f)(given, dy!)];
    },
  };
}

function modulated(shape: readonly number[]): Case {
  return {
    name: `modulatedNorm [${shape}]`,
    programs: ["ModulatedNorm", "ModulatedNormGrad", "ModulatedNormGrad sums"],
    compute: (random) => {
      const x = normal(shape, random);
      const [scale, shift] = [1, 2].map(() => normal([shape[0]!, shape.at(-1)!], random));
      const f = (...[x, scale, shift]: tf.Tensor[]) =>
        modulatedNorm(x!, {scale: scale!, shift: shift!, epsilon});
      const given = [x, scale!, shift!];
      return [f(...given), ...tf.grads(f)(given, normal(shape, random))];
    },
  };
}

/** With a mean and a variance that are not those of x, and with and without a scale. */
function fusedBatchNormGrad(shape: readonly number[]): Case[] {
  const given = (random: Random) => {
    const [x, scale, mean, dy] = inputs(shape, random);
    return {x: x!, scale: scale!, mean: mean!, variance: tf.square(scale!), dy: dy!};
  };
  return [true, false].map((hasScale) => ({
    name: `FusedBatchNormGrad [${shape}] ${hasScale}`,
    programs: ["FusedBatchNormGrad sums", "FusedBatchNormGrad "],
    compute: (random) => {
      const {scale, ...others} = given(random);
      const inputs = hasScale ? {...others, scale} : others;
      return run("FusedBatchNormGrad", inputs, {varianceEpsilon: epsilon});
    },
    reference: (random) => {
      const {x, scale, mean, variance, dy} = given(random);
      const f = (...[x, mean, variance, scale, offset]: tf.Tensor[]) =>
        tf.batchNorm(
          x!,
          mean as tf.Tensor1D,
          variance as tf.Tensor1D,
          offset as tf.Tensor1D,
          scale as tf.Tensor1D,
          epsilon,
        );
      const one = hasScale ? scale : tf.onesLike(scale);
      return tf.grads(f)([x, mean, variance, one, tf.zerosLike(scale)], dy);
    },
  }));
}
