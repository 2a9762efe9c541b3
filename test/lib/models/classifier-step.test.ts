import {beforeAll, describe, expect, test} from "vitest";
import {classifierNetwork, namedWeights} from "../../../lib/models/classifier.js";
import {classifierStep} from "../../../lib/models/classifier-step.js";
import {initialise} from "../../../lib/models/initial-weights.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";

beforeAll(startWasm);

function batch(seed: number) {
  const pixels = new Random(seed).normals(16 * 784).map((value) => Math.max(-1, value / 3));
  return {
    images: tf.tensor4d(pixels, [16, 28, 28, 1]),
    labels: tf.tensor1d(
      Array.from({length: 16}, (_, i) => i % 10),
      "int32",
    ),
  };
}

/** `steps` steps on one batch from the weights of `seed`. */
async function trained(seed: number, steps: number) {
  const network = classifierNetwork();
  initialise(network, new Random(seed), "he");
  const optimizer = tf.train.adam(0.003);
  const {images, labels} = batch(1);
  const scalars = [];
  for (let step = 0; step < steps; step++)
    scalars.push(await classifierStep(network, optimizer, images, labels));
  const weights = await namedWeights(network);
  tf.dispose([images, labels]);
  network.dispose();
  optimizer.dispose();
  return {scalars, weights};
}

describe("classifierStep", () => {
  test("starts from ln 10 when the network knows nothing", async () => {
    const network = classifierNetwork();
    const {images, labels} = batch(2);
    const {loss, accuracy} = await classifierStep(network, tf.train.sgd(0.1), images, labels);
    expect(loss).toBeCloseTo(Math.log(10), 6);
    expect(accuracy).toBe(2 / 16); // all logits equal: class 0, which two of sixteen are
    network.dispose();
  });

  test("with plain descent moves the logits' bias by softmax minus the labels' shares", async () => {
    const network = classifierNetwork();
    const {images, labels} = batch(2);
    await classifierStep(network, tf.train.sgd(1), images, labels);
    const {data} = (await namedWeights(network))["logits/bias"]!;
    data.forEach((value, k) => {
      expect(value).toBeCloseTo((k < 6 ? 2 : 1) / 16 - 0.1, 6);
    });
    network.dispose();
  });

  test("learns one batch by heart, noise though it is", async () => {
    const {scalars} = await trained(3, 60);
    expect(scalars.at(-1)!.accuracy).toBe(1);
    expect(scalars.at(-1)!.loss).toBeLessThan(0.05);
    expect(scalars[0]!.accuracy).toBeLessThan(0.5);
  });

  test("gives the same bits for the same seed", async () => {
    const [a, b] = [await trained(4, 3), await trained(4, 3)];
    expect(a).toEqual(b);
    expect((await trained(5, 3)).weights).not.toEqual(a.weights);
  });

  test("leaks no tensor", async () => {
    const network = classifierNetwork();
    initialise(network, new Random(1), "he");
    const optimizer = tf.train.adam(0.001);
    const {images, labels} = batch(1);
    await classifierStep(network, optimizer, images, labels);
    const before = tf.memory().numTensors;
    for (let i = 0; i < 3; i++) await classifierStep(network, optimizer, images, labels);
    expect(tf.memory().numTensors).toBe(before);
    network.dispose();
  });
});
