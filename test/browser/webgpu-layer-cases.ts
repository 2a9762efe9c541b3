/** Cases of the gradients of layers: an activation's together with its bias's, and those of the largest values of windows. */
import {attention, convolve3x3, dense} from "../../lib/kernels/index.js";
import {Random} from "../../lib/random.js";
import * as tf from "../../lib/tf.js";
import {type Case, normal} from "./webgpu-case.js";

type Layer = (x: tf.Tensor, bias: tf.Tensor) => tf.Tensor;

const activations: Readonly<Record<string, (x: tf.Tensor) => tf.Tensor>> = {
  ReluGrad: tf.relu,
  LeakyReluGrad: (x) => tf.leakyRelu(x, 0.3),
  SeluGrad: tf.selu,
};

export function biases(): Case[] {
  return [
    ...Object.entries(activations).flatMap(([kernel, f]) => biasesOf(kernel, f)),
    reshapedBias(),
  ];
}

function biasesOf(kernel: string, activation: (x: tf.Tensor) => tf.Tensor): Case[] {
  const program = `${kernel} and sums`;
  return [
    [2, 8],
    [5, 9],
    [2, 3, 4, 16],
    [20, 15, 70],
    [3, 300],
  ].flatMap((shape) => [
    layer(program, shape, "a sum", (x, bias) => activation(tf.add(x, bias))),
    layer(program, shape, "a sum that is used twice", (x, bias) => {
      const biased = tf.add(x, bias);
      return tf.add(activation(biased), tf.mul(biased, biased));
    }),
    layer(program, shape, "a product", (x, bias) => {
      const rows = tf.reshape(x, [-1, shape.at(-1)!]) as tf.Tensor2D;
      const turn = tf.mul(tf.eye(shape.at(-1)!), 2);
      return activation(tf.fused.matMul({a: rows, b: turn, bias}));
    }),
  ]);
}

/** Those with kernels of their own on wasm, which go TF.js's way here. */
export function products(): Case[] {
  const convolution = (...[x, filter, bias, rest]: tf.Tensor[]) =>
    convolve3x3(x as tf.Tensor4D, {
      ...{filter: filter as tf.Tensor4D, bias: bias as tf.Tensor1D},
      rest: rest as tf.Tensor4D,
    });
  const layer = (...[x, weights, bias]: tf.Tensor[]) =>
    dense(x as tf.Tensor2D, weights as tf.Tensor2D, bias as tf.Tensor1D);
  return [
    product("convolve3x3", convolution, [[2, 5, 6, 8], [3, 3, 8, 12], [12], [2, 5, 6, 12]]),
    product("dense", layer, [[5, 7], [7, 3], [3]]),
  ];
}

/** With one key, with more than a workgroup has lanes, and with more numbers to a head. */
export function attentions(): Case[] {
  return [
    {shape: [2, 3, 6], keys: 4, heads: 2},
    {shape: [1, 2, 4], keys: 1, heads: 4},
    {shape: [2, 49, 48], keys: 50, heads: 4},
    {shape: [1, 5, 70], keys: 130, heads: 1},
  ].map(({shape, keys, heads}) => {
    const [count, , width] = shape;
    const f = (...[query, key, value]: tf.Tensor[]) =>
      attention(query as tf.Tensor3D, key as tf.Tensor3D, value as tf.Tensor3D, heads);
    return {
      ...product(`attention [${shape}] ${keys} ${heads}`, f, [
        shape,
        ...[1, 2].map(() => [count!, keys, width!]),
      ]),
      programs: ["Attention", "AttentionGrad", "AttentionGrad keys"],
    };
  });
}

function product(name: string, f: (...inputs: tf.Tensor[]) => tf.Tensor, shapes: number[][]): Case {
  return {
    name,
    programs: [],
    compute: (random) => {
      const given = shapes.map((shape) => normal(shape, random));
      return [f(...given), ...tf.grads(f)(given, normal(f(...given).shape, random))];
    },
  };
}

/** The gradient of the rows has the values whose sums are known, in another shape. */
function reshapedBias(): Case {
  return {
    name: "ReluGrad and sums of a sum of other rows",
    programs: ["ReluGrad and sums"],
    compute: (random) => {
      const rows = (row: tf.Tensor) =>
        tf.reshape(tf.add(normal([3, 32], new Random(1)), row), [12, 8]);
      const f = (row: tf.Tensor, bias: tf.Tensor) => tf.relu(tf.add(rows(row), bias));
      return tf.grads(f)([normal([32], random), normal([8], random)], normal([12, 8], random));
    },
  };
}

/** The gradients of a layer with respect to its input and its bias. */
function layer(program: string, shape: readonly number[], of: string, f: Layer): Case {
  return {
    name: `${program} [${shape}] of ${of}`,
    programs: [program],
    compute: (random) => {
      const [x, bias] = [normal(shape, random), normal([shape.at(-1)!], random)];
      return tf.grads(f)([x, bias], normal(f(x, bias).shape, random));
    },
  };
}

type Pad = "same" | "valid" | tf.backend_util.ExplicitPadding;

const windows: readonly [shape: number[], size: [number, number], step: number, pad: Pad][] = [
  [[1, 1, 1, 1], [1, 1], 1, "same"],
  [[2, 6, 8, 5], [2, 2], 2, "valid"],
  [[2, 7, 7, 3], [3, 3], 2, "same"],
  [[1, 7, 5, 2], [2, 3], 1, "same"],
  [[1, 7, 9, 2], [2, 2], 3, "valid"],
  [
    [1, 6, 7, 3],
    [3, 2],
    2,
    [
      [0, 0],
      [2, 1],
      [0, 1],
      [0, 0],
    ],
  ],
];

/** Of whole numbers, so that many windows have several largest values. */
export function pools(): Case[] {
  return windows.map(([shape, size, step, pad]) => ({
    name: `MaxPoolGrad [${shape}] of ${size} at steps of ${step}, ${pad}`,
    programs: ["MaxPoolGrad"],
    compute: (random: Random) => {
      const pool = (x: tf.Tensor) => tf.maxPool(x as tf.Tensor4D, size, step, pad);
      const x = tf.round(normal(shape, random));
      return tf.grad(pool)(x, normal(pool(x).shape, random));
    },
  }));
}
