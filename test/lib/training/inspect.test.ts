import {beforeAll, expect, test} from "vitest";
import * as tf from "../../../lib/tf.js";
import {inspect} from "../../../lib/training/inspect.js";

beforeAll(async () => {
  await import("@tensorflow/tfjs-backend-cpu");
  await tf.setBackend("cpu");
});

const plain = {activation: "linear"};

test("layers, weights and activations are those of the network, by hand", async () => {
  const network = tf.sequential({
    layers: [
      tf.layers.dense({name: "double", units: 2, inputShape: [2]}),
      tf.layers.reLU({name: "relu"}),
      tf.layers.dense({name: "sum", units: 1, useBias: false}),
    ],
  });
  const [double, , sum] = network.layers;
  double!.setWeights([tf.tensor2d([2, 0, 0, 2], [2, 2]), tf.tensor1d([0, 1])]);
  sum!.setWeights([tf.tensor2d([1, 1], [2, 1])]);
  const probe = tf.tensor2d([1, -3], [1, 2]);
  const before = tf.memory().numTensors;
  const {layers, input, weights, activations} = await inspect(network, probe);
  expect(tf.memory().numTensors).toBe(before);
  expect(layers).toEqual([
    {name: "double", type: "Dense", outputShape: [null, 2], parameters: 6, ...plain},
    {name: "relu", type: "ReLU", outputShape: [null, 2], parameters: 0, input: "double", ...plain},
    {name: "sum", type: "Dense", outputShape: [null, 1], parameters: 2, input: "relu", ...plain},
  ]);
  expect(input).toEqual({data: Float32Array.of(1, -3), shape: [1, 2]});
  expect(weights).toEqual({
    "double/kernel": {data: Float32Array.of(2, 0, 0, 2), shape: [2, 2]},
    "double/bias": {data: Float32Array.of(0, 1), shape: [2]},
    "sum/kernel": {data: Float32Array.of(1, 1), shape: [2, 1]},
  });
  expect(activations).toEqual({
    double: {data: Float32Array.of(2, -5), shape: [1, 2]},
    relu: {data: Float32Array.of(2, 0), shape: [1, 2]},
    sum: {data: Float32Array.of(2), shape: [1, 1]},
  });
  network.dispose();
  expect(probe.isDisposed).toBe(false);
  expect(tf.memory().numTensors).toBe(before - 3);
});
