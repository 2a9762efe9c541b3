/** The optimisers beside those of tf.train, and what the tests of them step with. */
import {adam, momentum, rmsprop, sgd} from "../../../lib/kernels/index.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {normal} from "./checks.js";

export type Arguments = readonly (number | boolean | null | undefined)[];
export type Make = (...args: never[]) => tf.Optimizer;

export const makers = {
  adam: [adam, tf.train.adam],
  sgd: [sgd, tf.train.sgd],
  momentum: [momentum, tf.train.momentum],
  rmsprop: [rmsprop, tf.train.rmsprop],
} as const satisfies Record<string, readonly [Make, Make]>;

export interface Case {
  readonly name: keyof typeof makers;
  readonly args: Arguments;
}

/** One of each rule. */
export const rules: Case[] = [
  {name: "adam", args: [0.01, 0.8, 0.99]},
  {name: "sgd", args: [0.01]},
  {name: "momentum", args: [0.01, 0.9]},
  {name: "momentum", args: [0.01, 0.9, true]},
  {name: "rmsprop", args: [0.01, 0.9, 0.5]},
  {name: "rmsprop", args: [0.001, 0.9, 0.5, -1e-2, true]},
];

export function make({name, args}: Case, isOurs: boolean): tf.Optimizer {
  const [ours, stock] = makers[name];
  return (isOurs ? ours : stock)(...(args as [never, never]));
}

/** One value, tails of one to three behind whole vectors, several axes, none at all. */
const shapes = [[3, 5], [7], [1], [2, 3, 1, 5], [], [0, 4], [16], [9, 2]];

export function variables(seed = 1): tf.Variable[] {
  const random = new Random(seed);
  return tf.tidy(() => shapes.map((shape) => tf.variable(normal(shape, random))));
}

export function gradients(weights: readonly tf.Variable[], step: number) {
  const random = new Random(100 + step);
  return weights.map(({name, shape}) => ({name, tensor: normal(shape, random)}));
}

export function steps(
  optimiser: tf.Optimizer,
  weights: readonly tf.Variable[],
  from: number,
  to: number,
) {
  for (let step = from; step < to; step++) {
    const named = gradients(weights, step);
    optimiser.applyGradients(named);
    tf.dispose(named.map(({tensor}) => tensor));
  }
}

export async function valuesOf(tensors: readonly tf.Tensor[]): Promise<Float32Array[]> {
  return Promise.all(tensors.map(async (each) => Float32Array.from(await each.data())));
}
