/** What webgpu-optimisers.test.ts runs twice: in a page on WebGPU, and under Node on wasm. */
import {
  adam,
  averageWeights,
  installKernels,
  momentum,
  rmsprop,
  sgd,
} from "../../lib/kernels/index.js";
import {Random} from "../../lib/random.js";
import * as tf from "../../lib/tf.js";
import {watch} from "./webgpu-watch.js";

export interface Outcome {
  /** Weights, then the optimiser's state. */
  readonly values: readonly (readonly number[])[];
  /** By the last step. */
  readonly dispatches: number;
  /** Tensors and bytes that the last step left behind. */
  readonly left: readonly [tensors: number, bytes: number];
}

const makers = {
  adam: () => adam(0.01, 0.8, 0.99),
  sgd: () => sgd(0.01),
  momentum: () => momentum(0.01, 0.9),
  nesterov: () => momentum(0.01, 0.9, true),
  rmsprop: () => rmsprop(0.01, 0.9, 0.5, 1e-3),
  centred: () => rmsprop(0.001, 0.9, 0.5, -1e-2, true),
};

export const names = Object.keys(makers) as (keyof typeof makers)[];

const shapes = [[3, 5], [7], [1], [2, 3], [], [16], [150], [9, 2]];

let dispatches = 0;

/** In a page: starts WebGPU with the kernels and counts dispatches. */
export async function startWebGpu(): Promise<void> {
  await import("@tensorflow/tfjs-backend-webgpu");
  await tf.setBackend("webgpu");
  await installKernels();
  watch(GPUComputePassEncoder.prototype, "dispatchWorkgroups", () => dispatches++);
}

function normals(shape: number[], random: Random): tf.Tensor {
  return tf.tensor(random.normals(tf.util.sizeFromShape(shape)), shape);
}

function variables(random: Random): tf.Variable[] {
  return tf.tidy(() => shapes.map((shape) => tf.variable(normals(shape, random))));
}

async function read(tensors: readonly tf.Tensor[]): Promise<number[][]> {
  return Promise.all(tensors.map(async (tensor) => [...(await tensor.data())]));
}

/** Four steps on random gradients. */
export async function optimise(name: keyof typeof makers): Promise<Outcome> {
  const random = new Random(1);
  const weights = variables(random);
  const optimiser = makers[name]();
  const cost = {dispatches: 0, left: [0, 0] as const};
  for (let step = 0; step < 4; step++) {
    const named = weights.map(({name, shape}) => ({name, tensor: normals(shape, random)}));
    const [before, memory] = [dispatches, tf.memory()];
    optimiser.applyGradients(named);
    const {numTensors, numBytes} = tf.memory();
    cost.dispatches = dispatches - before;
    Object.assign(cost, {left: [numTensors - memory.numTensors, numBytes - memory.numBytes]});
    tf.dispose(named.map(({tensor}) => tensor));
  }
  const state = await optimiser.getWeights();
  const values = await read([...weights, ...state.map(({tensor}) => tensor)]);
  optimiser.dispose();
  tf.dispose(weights);
  return {values, ...cost};
}

/** Averages of eight weights moved twice, with the dispatches of the second time. */
export async function average(): Promise<Pick<Outcome, "values" | "dispatches">> {
  const random = new Random(2);
  const [averages, weights] = [variables(random), variables(random)];
  averageWeights(averages, weights, 0.25);
  const before = dispatches;
  averageWeights(averages, weights, 0.5);
  const used = dispatches - before;
  const values = await read([...averages, ...weights]);
  tf.dispose([...averages, ...weights]);
  return {values, dispatches: used};
}

/** What is read of a weight, in order, as it is read before, across and after steps of 1; its clone keeps what it was. */
export async function reads(): Promise<Readonly<Record<string, number>>> {
  const weight = tf.tidy(() => tf.variable(tf.tensor1d([10])));
  const optimiser = sgd(1);
  const step = () => optimiser.applyGradients([{name: weight.name, tensor: tf.tensor1d([1])}]);
  const value = async (tensor: tf.Tensor) => (await tensor.data())[0]!;
  const start = await value(weight);
  step();
  const afterOne = await value(weight);
  step();
  const pending = value(weight);
  step();
  const acrossStep = await pending;
  const afterThree = await value(weight);
  const clone = tf.clone(weight);
  step();
  const result = {start, afterOne, acrossStep, afterThree, clone: await value(clone)};
  return {...result, afterFour: await value(weight), doubled: await value(tf.mul(weight, 2))};
}

/** The same weights twice, and weights that are gradients: one dispatch can't have both. */
export async function entangled(): Promise<number[][]> {
  const random = new Random(3);
  const [a, b, c] = [1, 2, 3].map(() => tf.tidy(() => tf.variable(normals([5], random))));
  const g = normals([5], random);
  const optimiser = adam(0.1);
  for (let i = 0; i < 3; i++)
    optimiser.applyGradients([
      {name: a!.name, tensor: g},
      {name: a!.name, tensor: g},
      {name: b!.name, tensor: a!},
      {name: c!.name, tensor: c!},
    ]);
  return read([a!, b!, c!]);
}

/** Sums of weights that were a gradient whose sums had been known, after a step of 1 from 1 to 0; and those sums, which stay. */
export async function summed(): Promise<number[][]> {
  const layer = (x: tf.Tensor, bias: tf.Tensor) => tf.relu(tf.add(x, bias));
  const [dx, dbias] = tf.grads(layer)([tf.ones([2, 8]), tf.zeros([8])]);
  const weights = tf.variable(dx!);
  dx!.dispose();
  sgd(1).applyGradients([{name: weights.name, tensor: tf.ones([2, 8])}]);
  return read([tf.sum(weights, 0), dbias!]);
}

/** The values of a variable that was made on a buffer of the program's own, and of that buffer, after a step of 1. */
export async function borrowed(): Promise<number[][]> {
  const {device} = tf.backend() as unknown as {device: GPUDevice};
  const {STORAGE, COPY_SRC, COPY_DST} = GPUBufferUsage;
  const buffer = device.createBuffer({
    size: 16,
    usage: STORAGE | COPY_SRC | COPY_DST,
    mappedAtCreation: true,
  });
  new Float32Array(buffer.getMappedRange()).set([1, 2, 3, 4]);
  buffer.unmap();
  const tensor = () => tf.tensor({buffer, zeroCopy: true}, [4], "float32");
  const weights = tf.tidy(() => tf.variable(tensor()));
  sgd(1).applyGradients([{name: weights.name, tensor: tf.ones([4])}]);
  return read([weights, tensor()]);
}
