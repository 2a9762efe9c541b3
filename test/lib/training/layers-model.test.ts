import * as stock from "@tensorflow/tfjs";
import {beforeAll, expect, test} from "vitest";
import * as tf from "../../../lib/tf.js";
import {layersModelParts} from "../../../lib/training/layers-model.js";

beforeAll(() => stock.setBackend("cpu"));

test("stock TF.js opens the parts and predicts the same", async () => {
  const network = tf.sequential({
    layers: [
      tf.layers.dense({units: 8, inputShape: [3]}),
      tf.layers.reshape({targetShape: [2, 2, 2]}),
      tf.layers.conv2dTranspose({filters: 3, kernelSize: 2, strides: 2, activation: "tanh"}),
      tf.layers.batchNormalization({}),
    ],
  });
  const {modelJson, weights} = await layersModelParts(network);
  const {modelTopology, weightsManifest, format} = JSON.parse(modelJson);
  expect(format).toBe("layers-model");
  expect(weightsManifest[0].paths).toEqual(["weights.bin"]);
  const opened = await stock.loadLayersModel(
    stock.io.fromMemory({
      modelTopology,
      weightSpecs: weightsManifest[0].weights,
      weightData: weights.slice().buffer,
    }),
  );
  const inputs = tf.tensor2d([1, 2, 3, -1, 0, 1], [2, 3]);
  const expected = await (network.predict(inputs) as tf.Tensor).data();
  const predicted = await (opened.predict(inputs) as stock.Tensor).data();
  expect(predicted.length).toBe(2 * 4 * 4 * 3);
  expect(predicted).toEqual(expected);
});
