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

test("of a network with several inputs each layer is told which one it takes", async () => {
  const [place, time] = [
    tf.input({shape: [2], name: "place"}),
    tf.input({shape: [1], name: "time"}),
  ];
  const seen = tf.layers.dense({name: "seen", units: 1}).apply(place) as tf.SymbolicTensor;
  const told = tf.layers.dense({name: "told", units: 1}).apply(time) as tf.SymbolicTensor;
  const sum = tf.layers.add({name: "sum"}).apply([seen, told]) as tf.SymbolicTensor;
  const network = tf.model({inputs: [place, time], outputs: sum});
  network.getLayer("seen").setWeights([tf.tensor2d([2, 3], [2, 1]), tf.tensor1d([0])]);
  network.getLayer("told").setWeights([tf.tensor2d([10], [1, 1]), tf.tensor1d([1])]);
  const probe = [tf.tensor2d([1, -3], [1, 2]), tf.tensor2d([0.5], [1, 1])];
  const before = tf.memory().numTensors;
  const {layers, input, otherInputs, activations} = await inspect(network, probe);
  expect(tf.memory().numTensors).toBe(before);
  expect(layers.map(({name, input}) => [name, input])).toEqual([
    ["seen", undefined],
    ["told", "time"],
    ["sum", "seen"],
  ]);
  expect(input).toEqual({data: Float32Array.of(1, -3), shape: [1, 2]});
  expect(otherInputs).toEqual({time: {data: Float32Array.of(0.5), shape: [1, 1]}});
  expect(activations).toEqual({
    seen: {data: Float32Array.of(-7), shape: [1, 1]},
    told: {data: Float32Array.of(6), shape: [1, 1]},
    sum: {data: Float32Array.of(-1), shape: [1, 1]},
  });
  network.dispose();
});
