/** The hot kernels at the sizes of the reference steps (batch 64), each as a call of TF.js that runs it. */
import {adam} from "../lib/kernels/index.js";
import {Random} from "../lib/random.js";
import * as tf from "../lib/tf.js";
import {convolutionCases} from "./convolution-cases.js";
import type {KernelCase} from "./kernel-case.js";

const [batchSize, side, channels] = [64, 28, 16];
const count = batchSize * side * side * channels;

function products(): KernelCase[] {
  const sizes: [m: number, k: number, n: number, transposeA?: boolean, transposeB?: boolean][] = [
    [512, 512, 512],
    [batchSize, 1568, 10],
    [1568, batchSize, 10, true],
    [batchSize, 10, 1568, false, true],
    [batchSize, 32, 1568],
    [32, batchSize, 1568, true],
  ];
  return sizes.map(([m, k, n, transposeA = false, transposeB = false]) => ({
    name: `matMul ${m}x${k}${transposeA ? "ᵀ" : ""} · ${k}x${n}${transposeB ? "ᵀ" : ""}`,
    work: {flops: 2 * m * k * n},
    make: () => {
      const a = normal(transposeA ? [k, m] : [m, k]);
      const b = normal(transposeB ? [n, k] : [k, n]);
      return () => tf.matMul(a, b, transposeA, transposeB);
    },
  }));
}

/** `passes` over 64 x 28 x 28 x 16 values, each reading or writing all. */
function sweep(
  name: string,
  passes: number,
  make: (x: tf.Tensor4D) => () => tf.TensorContainer,
): KernelCase {
  const work = {bytes: passes * 4 * count};
  return {name, work, make: () => make(normal<tf.Rank.R4>([batchSize, side, side, channels]))};
}

function gradient(f: (x: tf.Tensor4D) => tf.Tensor) {
  return (x: tf.Tensor4D) => {
    const dy = tf.tidy(() => tf.onesLike(f(x)));
    return () => tf.grad(f as (x: tf.Tensor) => tf.Tensor)(x, dy);
  };
}

const pool = (x: tf.Tensor4D) => tf.maxPool(x, 2, 2, "valid");

function normalised(x: tf.Tensor4D): tf.Tensor {
  const {mean, variance} = tf.moments(x, [0, 1, 2]);
  const [scale, offset] = [tf.ones([channels]), tf.zeros([channels])];
  return tf.batchNorm(x, mean as tf.Tensor1D, variance as tf.Tensor1D, offset, scale);
}

function optimiser(weights: number): KernelCase {
  return {
    name: `Adam, ${weights.toLocaleString("en")} weights`,
    // Reads weight, gradient and two slots; writes weight and slots.
    work: {bytes: 7 * 4 * weights},
    make: (kernels) => {
      const weight = tf.variable(normal([weights]), true, `weights ${weights}`);
      const gradients = {[weight.name]: normal([weights])};
      const optimiser: tf.Optimizer = kernels === "ours" ? adam(0.001) : tf.train.adam(0.001);
      return () => {
        optimiser.applyGradients(gradients);
        return [];
      };
    },
  };
}

function normal<R extends tf.Rank = tf.Rank>(shape: tf.ShapeMap[R]): tf.Tensor<R> {
  return tf.tensor<R>(new Random(3).normals(tf.util.sizeFromShape(shape)), shape);
}

export const kernelCases: readonly KernelCase[] = [
  ...convolutionCases(batchSize),
  ...products(),
  sweep("relu", 2, (x) => () => tf.relu(x)),
  sweep("leakyRelu", 2, (x) => () => tf.leakyRelu(x)),
  sweep("leakyRelu, forward and gradient", 5, gradient(tf.leakyRelu)),
  sweep("tanh", 2, (x) => () => tf.tanh(x)),
  sweep("tanh, forward and gradient", 5, gradient(tf.tanh)),
  sweep("softplus", 2, (x) => () => tf.softplus(x)),
  sweep("sum over all but channels", 1, (x) => () => tf.sum(x, [0, 1, 2])),
  sweep("add one value per channel", 2, (x) => {
    const bias = normal([channels]);
    return () => tf.add(x, bias);
  }),
  sweep("maxPool 2x2", 1.25, (x) => () => pool(x)),
  sweep("maxPool 2x2, forward and gradient", 3.5, gradient(pool)),
  sweep("batch norm in training", 3, (x) => () => tf.tidy(() => normalised(x))),
  sweep("batch norm in training, forward and gradient", 8, gradient(normalised)),
  optimiser(100_000),
  optimiser(1_000_000),
];
