/** What the tests of parallel training train, in Node and in Chromium: small, with odd sizes. */
import {type GradientExchange, parallelGradients, type Shard} from "../../../lib/kernels/index.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";

/** A network with its data: `loss` is the mean over a shard. */
interface Task {
  readonly network: tf.Sequential;
  readonly batchSize: number;
  readonly optimizer: tf.Optimizer;
  readonly loss: (shard: Shard) => tf.Scalar;
  readonly data: readonly tf.Tensor[];
}

/** What a worker tells when it is done. */
export interface Trained {
  /** All weights, one after the other. */
  readonly weights: Float32Array;
  readonly losses: readonly number[];
  /** After each step. */
  readonly buffersMade: readonly number[];
  /** Of the back end, after the second and after the last step. */
  readonly tensors: readonly [early: number, late: number];
}

const tasks = {conv: convTask, dense: denseTask};

export type TaskName = keyof typeof tasks;

/** Trains from scratch. `beforeStep` is told the step, from 0. */
export async function trainTask(
  name: TaskName,
  exchange: GradientExchange,
  steps: number,
  beforeStep: (step: number, network: tf.Sequential) => void | Promise<void> = () => {},
): Promise<Trained> {
  const task = tasks[name]();
  const [losses, buffersMade, tensors]: number[][] = [[], [], []];
  for (let i = 0; i < steps; i++) {
    await beforeStep(i, task.network);
    losses!.push(await step(task, exchange));
    buffersMade!.push(exchange.buffersMade);
    tensors!.push(tf.memory().numTensors);
  }
  const weights = await valuesOf(task.network);
  for (const each of [task.network, task.optimizer, ...task.data]) each.dispose();
  return {
    weights,
    losses: losses!,
    buffersMade: buffersMade!,
    tensors: [tensors![1]!, tensors!.at(-1)!],
  };
}

async function step({network, batchSize, loss, optimizer}: Task, exchange: GradientExchange) {
  const {value, grads} = await parallelGradients(exchange, {
    ...{batchSize, loss, compareEvery: 3},
    variables: network.trainableWeights.map(variableOf),
    moving: network.nonTrainableWeights.map(variableOf),
  });
  optimizer.applyGradients(grads);
  const [number] = await value.data();
  tf.dispose([value, grads]);
  return number!;
}

/** 10 pictures in 4 shards are 3, 3, 2 and 2. */
function convTask(): Task {
  const random = new Random(7);
  const {batchNormalization, conv2d, dense, flatten, maxPooling2d} = tf.layers;
  const network = tf.sequential({
    layers: [
      conv2d({filters: 5, kernelSize: 3, padding: "same", useBias: false, inputShape: [9, 9, 2]}),
      batchNormalization({momentum: 0.9}),
      tf.layers.reLU(),
      maxPooling2d({poolSize: 2}),
      flatten(),
      dense({units: 3}),
    ],
  });
  const pictures = normal([10, 9, 9, 2], random);
  const labels = tf.oneHot(tf.tensor1d([0, 1, 2, 2, 1, 0, 0, 1, 2, 1], "int32"), 3);
  return {
    ...{network: startFrom(network, random), batchSize: 10, data: [pictures, labels]},
    optimizer: tf.train.adam(0.01),
    loss: ({start, rows}) =>
      tf.losses.softmaxCrossEntropy(
        slice(labels, start, rows),
        network.apply(slice(pictures, start, rows), {training: true}) as tf.Tensor,
      ) as tf.Scalar,
  };
}

function denseTask(): Task {
  const random = new Random(8);
  const {dense} = tf.layers;
  const network = tf.sequential({
    layers: [dense({units: 7, activation: "tanh", inputShape: [5]}), dense({units: 2})],
  });
  const [x, y] = [normal([12, 5], random), normal([12, 2], random)];
  return {
    ...{network: startFrom(network, random), batchSize: 12, data: [x, y]},
    optimizer: tf.train.momentum(0.05, 0.9),
    loss: ({start, rows}) =>
      tf.losses.meanSquaredError(
        slice(y, start, rows),
        network.apply(slice(x, start, rows)) as tf.Tensor,
      ) as tf.Scalar,
  };
}

function startFrom(network: tf.Sequential, random: Random): tf.Sequential {
  for (const weight of network.trainableWeights) {
    const values = normal(weight.shape as number[], random);
    weight.write(values);
    values.dispose();
  }
  return network;
}

function slice(x: tf.Tensor, start: number, rows: number): tf.Tensor {
  return tf.slice(x, start, rows);
}

function normal(shape: number[], random: Random): tf.Tensor {
  return tf.tensor(random.normals(tf.util.sizeFromShape(shape)), shape);
}

function variableOf(weight: tf.LayerVariable): tf.Variable {
  return weight.read() as tf.Variable;
}

async function valuesOf(network: tf.Sequential): Promise<Float32Array> {
  const parts = await Promise.all(network.getWeights().map((weight) => weight.data()));
  return Float32Array.from(parts.flatMap((part) => Array.from(part)));
}
