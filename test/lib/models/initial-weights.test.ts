import "@tensorflow/tfjs-backend-cpu";
import {beforeAll, describe, expect, test} from "vitest";
import {type InitialScheme, initialise} from "../../../lib/models/initial-weights.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";

beforeAll(() => tf.setBackend("cpu"));

function net(): tf.LayersModel {
  return tf.sequential({
    layers: [
      tf.layers.dense({units: 4 * 4 * 24, inputShape: [20]}),
      tf.layers.reshape({targetShape: [4, 4, 24]}),
      tf.layers.batchNormalization(),
      tf.layers.conv2dTranspose({filters: 16, kernelSize: 4, strides: 2, padding: "same"}),
      tf.layers.conv2d({filters: 32, kernelSize: 3}),
    ],
  });
}

function weights(scheme: InitialScheme, seed = 3): Record<string, Float32Array> {
  const model = net();
  initialise(model, new Random(seed), scheme);
  const named = Object.fromEntries(
    model.weights.map((w, i) => [`${i} ${w.originalName}`, w.read().dataSync() as Float32Array]),
  );
  model.dispose();
  return Object.fromEntries(
    Object.entries(named).map(([k, v]) => [k.replace(/\w+\//, ""), v.slice()]),
  );
}

function deviation(values: Float32Array): number {
  return Math.sqrt(values.reduce((sum, v) => sum + v * v, 0) / values.length);
}

describe("initialise", () => {
  test("gives the same bits for the same seed and others for another", () => {
    expect(weights("he")).toEqual(weights("he"));
    expect(weights("he", 4)["0 kernel"]).not.toEqual(weights("he")["0 kernel"]);
  });

  test("draws in layer order, so that the first kernel is the stream's first numbers", () => {
    const normals = new Random(3).normals(20 * 384);
    const s = Math.sqrt(2 / 20);
    expect(weights("he")["0 kernel"]).toEqual(normals.map((n) => s * n));
  });

  // Standard error of the deviation of n normals is s / sqrt(2n): 0.81 % for 7680, 0.90 % for 6144, 1.04 % for 4608.
  test.each([
    ["he", [2 / 20, 2 / ((24 * 16) / 4), 2 / (16 * 9)]],
    ["glorot", [2 / (20 + 384), 2 / ((24 * 16) / 4 + 16 * 16), 2 / (16 * 9 + 32 * 9)]],
    ["dcgan", [0.0004, 0.0004, 0.0004]],
  ] as const)("%s has the scale of its paper within four standard errors", (scheme, variances) => {
    const kernels = Object.entries(weights(scheme)).filter(([name]) => name.endsWith("kernel"));
    kernels.forEach(([, values], i) => {
      const s = Math.sqrt(variances[i]!);
      expect(Math.abs(deviation(values) / s - 1)).toBeLessThan(4 / Math.sqrt(2 * values.length));
    });
    expect(kernels).toHaveLength(3);
  });

  test("leaves biases at 0 and batch norm at its constants", () => {
    for (const [name, values] of Object.entries(weights("he"))) {
      if (name.endsWith("kernel")) continue;
      const constant = /gamma|moving_variance/.test(name) ? 1 : 0;
      expect(values.every((v) => v === constant)).toBe(true);
    }
  });

  test("refuses a weight whose kind it does not know", () => {
    const model = tf.sequential({
      layers: [tf.layers.depthwiseConv2d({kernelSize: 2, inputShape: [3, 3, 1]})],
    });
    expect(() => initialise(model, new Random(1), "he")).toThrow(
      /unknown weight: .*depthwise_kernel \(one of kernel, embeddings, bias/,
    );
  });

  test("leaks no tensor", () => {
    const model = net();
    const before = tf.memory().numTensors;
    initialise(model, new Random(1), "he");
    expect(tf.memory().numTensors).toBe(before);
  });
});
