/** Cases of arithmetic with one number that is on the host, and of quotients that stay there. */
import type {Random} from "../../lib/random.js";
import * as tf from "../../lib/tf.js";
import {type Case, normal} from "./webgpu-case.js";

type Operation = (a: tf.Tensor, b: tf.Tensor) => tf.Tensor;

const operations: Readonly<Record<string, Operation>> = {
  Add: tf.add,
  Sub: tf.sub,
  Multiply: tf.mul,
  RealDiv: tf.div,
};

export function arithmetic(): Case[] {
  return Object.entries(operations).flatMap(([kernel, operation]) => [
    ...withNumbers(kernel, operation),
    ...leftToStock(kernel, operation),
  ]);
}

/** Tanh puts its result on the device. */
function onDevice(shape: readonly number[], random: Random): tf.Tensor {
  return tf.tanh(normal(shape, random));
}

function withNumbers(kernel: string, operation: Operation): Case[] {
  return [[], [1], [5], [2, 3, 4], [67, 65]].flatMap((shape) =>
    [-0.7, 3e30, Infinity].flatMap((number) => [
      {
        name: `${kernel} of [${shape}] and ${number}`,
        programs: [`${kernel} of a number true`],
        compute: (random: Random) => operation(onDevice(shape, random), tf.scalar(number)),
      },
      {
        name: `${kernel} of ${number} and [${shape}]`,
        programs: [`${kernel} of a number false`],
        compute: (random: Random) => operation(tf.scalar(number), onDevice(shape, random)),
      },
    ]),
  );
}

function leftToStock(kernel: string, operation: Operation): Case[] {
  const [one, four] = [[1, 1, 1], [4]];
  return [
    {
      name: `${kernel} of [4] and one number of more axes`,
      programs: [],
      compute: (random) => operation(onDevice(four, random), tf.fill(one, 3)),
    },
    {
      name: `${kernel} of whole numbers`,
      programs: [],
      compute: (random) =>
        tf.cast(
          operation(tf.cast(tf.mul(onDevice(four, random), 9), "int32"), tf.scalar(2, "int32")),
          "float32",
        ),
    },
    {
      name: `${kernel} of numbers on the host`,
      programs: [],
      compute: (random) => [
        operation(normal(four, random), tf.scalar(3)),
        operation(tf.scalar(3), normal(four, random)),
        operation(normal(four, random), normal(four, random)),
      ],
    },
  ];
}
