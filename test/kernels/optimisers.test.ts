import "@tensorflow/tfjs-backend-cpu";
import {afterEach, beforeAll, describe, expect, test} from "vitest";
import {adam, averageWeights, momentum, rmsprop, sgd} from "../../lib/kernels/index.js";
import {Random} from "../../lib/random.js";
import * as tf from "../../lib/tf.js";
import {startWasm} from "../wasm.js";
import {expectClose, normal} from "./checks.js";
import {tolerances} from "./tolerances.js";

beforeAll(startWasm);
afterEach(() => tf.disposeVariables());

type Arguments = readonly (number | boolean | null | undefined)[];
type Make = (...args: never[]) => tf.Optimizer;

const makers = {
  adam: [adam, tf.train.adam],
  sgd: [sgd, tf.train.sgd],
  momentum: [momentum, tf.train.momentum],
  rmsprop: [rmsprop, tf.train.rmsprop],
} as const satisfies Record<string, readonly [Make, Make]>;

interface Case {
  readonly name: keyof typeof makers;
  readonly args: Arguments;
}

const random = new Random(7);
const uniform = (low: number, high: number) => random.uniform(low, high);
/** Mostly drawn, at times left to the default. */
const perhaps = <T>(value: T): T | undefined => (random.integer(4) === 0 ? undefined : value);
const rate = () => 10 ** uniform(-3, -1);

function drawCase(): Case {
  const draws: Record<Case["name"], () => Arguments> = {
    adam: () => [
      perhaps(rate()),
      perhaps(uniform(0, 0.99)),
      perhaps(uniform(0.5, 0.9999)),
      perhaps(10 ** uniform(-8, -3)),
    ],
    sgd: () => [rate()],
    momentum: () => [rate(), uniform(0, 0.95), perhaps(random.integer(2) === 1)],
    rmsprop: () => [
      rate(),
      perhaps(uniform(0.5, 0.99)),
      perhaps(uniform(0, 0.9)),
      perhaps(10 ** uniform(-8, -3)),
      false,
    ],
  };
  const names = Object.keys(makers) as Case["name"][];
  const name = names[random.integer(names.length)]!;
  return {name, args: draws[name]()};
}

/** Those that chance might miss. A root of less than nothing makes a centred average NaN; a negative epsilon avoids it. */
const corners: Case[] = [
  {name: "adam", args: []},
  {name: "adam", args: [0.01, 0, 0]},
  {name: "adam", args: [0.01, 0.9, 0.999, 0]},
  {name: "momentum", args: [0.01, 0, true]},
  {name: "momentum", args: [0.01, 0.9, true]},
  {name: "rmsprop", args: [0.01]},
  {name: "rmsprop", args: [0.001, 0.9, 0.5, -1e-2, true]},
];
const cases = [...corners, ...Array.from({length: 24}, drawCase)];

function make({name, args}: Case, isOurs: boolean): tf.Optimizer {
  const [ours, stock] = makers[name];
  return (isOurs ? ours : stock)(...(args as [never, never]));
}

/** One value, tails of one to three behind whole vectors, several axes, none at all. */
const shapes = [[3, 5], [7], [1], [2, 3, 1, 5], [], [0, 4], [16], [9, 2]];

function variables(seed = 1): tf.Variable[] {
  const random = new Random(seed);
  return tf.tidy(() => shapes.map((shape) => tf.variable(normal(shape, random))));
}

function gradients(weights: readonly tf.Variable[], step: number) {
  const random = new Random(100 + step);
  return weights.map(({name, shape}) => ({name, tensor: normal(shape, random)}));
}

function steps(optimiser: tf.Optimizer, weights: readonly tf.Variable[], from: number, to: number) {
  for (let step = from; step < to; step++) {
    const named = gradients(weights, step);
    optimiser.applyGradients(named);
    tf.dispose(named.map(({tensor}) => tensor));
  }
}

async function valuesOf(tensors: readonly tf.Tensor[]): Promise<Float32Array[]> {
  return Promise.all(tensors.map(async (each) => Float32Array.from(await each.data())));
}

/** The weights after 20 steps on random gradients, and the optimiser's state. */
async function run(one: Case, backend: string, isOurs: boolean): Promise<Float32Array[]> {
  await tf.setBackend(backend);
  const weights = variables();
  const optimiser = make(one, isOurs);
  steps(optimiser, weights, 0, 20);
  const state = await optimiser.getWeights();
  const values = await valuesOf([...weights, ...state.map(({tensor}) => tensor)]);
  tf.dispose(weights);
  optimiser.dispose();
  await tf.setBackend("wasm");
  return values;
}

describe.each(cases)("$name $args", (one) => {
  test("20 steps have the bits of tf.train on cpu, by the kernel and by the composition", async () => {
    const reference = await run(one, "cpu", false);
    for (const values of reference)
      expect(values.every((value) => Number.isFinite(value))).toBe(true);
    expect(await run(one, "wasm", true)).toEqual(reference);
    expect(await run(one, "cpu", true)).toEqual(reference);
  });

  test("its config and name are tf.train's", () => {
    const [ours, stock] = [make(one, true), make(one, false)];
    expect(ours.getConfig()).toEqual(stock.getConfig());
    expect(ours.getClassName()).toBe(stock.getClassName());
    expect(ours).toBeInstanceOf(tf.Optimizer);
    const Class = ours.constructor as unknown as typeof tf.SGDOptimizer;
    const again = Class.fromConfig(Class as never, ours.getConfig()) as unknown as tf.Optimizer;
    expect(again.getConfig()).toEqual(stock.getConfig());
  });
});

const kinds: Case[] = [
  {name: "adam", args: [0.01, 0.8, 0.99]},
  {name: "sgd", args: [0.01]},
  {name: "momentum", args: [0.01, 0.9]},
  {name: "momentum", args: [0.01, 0.9, true]},
  {name: "rmsprop", args: [0.01, 0.9, 0.5]},
  {name: "rmsprop", args: [0.001, 0.9, 0.5, -1e-2, true]},
];
