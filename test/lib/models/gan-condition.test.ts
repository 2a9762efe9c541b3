import {beforeAll, expect, test} from "vitest";
import {dcgan} from "../../../lib/models/dcgan.js";
import {onClasses, unconditional} from "../../../lib/models/gan-condition.js";
import {generateImages} from "../../../lib/models/generate.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";

beforeAll(startWasm);

const told = onClasses(3);
const small = {
  loss: "non-saturating",
  learningRate: 0.002,
  decaySteps: 0,
  baseWidth: 4,
  latentSize: 8,
  labelSmoothing: 0.9,
  averaging: 0,
  classes: 3,
} as const;

test("the labels of a batch are asked for as one-hot rows", async () => {
  const x = tf.zeros([2, 1, 2, 1]);
  const asked = told.asked({x, label: tf.tensor1d([2, 0], "int32")});
  expect(await asked!.array()).toEqual([
    [0, 0, 1],
    [1, 0, 0],
  ]);
  expect(() => told.asked({x})).toThrow(/missing classes/);
});

test("the generator is given the noise, then the class", async () => {
  const z = tf.tensor2d([0.5, -0.25], [1, 2]);
  const asked = tf.tensor2d([0, 1, 0], [1, 3]);
  expect(await told.input(z, asked).array()).toEqual([[0.5, -0.25, 0, 1, 0]]);
});

test("the logit is the common number plus that of the class, by hand", async () => {
  const outputs = tf.tensor2d([1, 10, 20, 30, -2, 100, 200, 300], [2, 4]);
  const asked = tf.tensor2d([0, 0, 1, 1, 0, 0], [2, 3]);
  expect(await told.logits(outputs, asked).array()).toEqual([[31], [98]]);
});

test("the projection has the gradient of a product with the features", async () => {
  // a(x, y) = (w + v_y) · phi, so its slope in phi is w + v_y; the columns of the last layer are w, v_1, v_2, v_3.
  const columns = tf.tensor2d([1, 2, 3, 4, 5, 6, 7, 8], [2, 4]);
  const asked = tf.tensor2d([0, 1, 0], [1, 3]);
  const slope = tf.grad((phi) => told.logits(tf.matMul(phi as tf.Tensor2D, columns), asked));
  expect([...(await slope(tf.tensor2d([0.3, -0.7], [1, 2])).data())]).toEqual([1 + 3, 5 + 7]);
});

test("a class that is not told is asked for by name", () => {
  const z = tf.zeros([1, 2]) as tf.Tensor2D;
  expect(() => told.input(z, undefined)).toThrow(/missing classes/);
  expect(() => told.logits(tf.zeros([1, 4]), undefined)).toThrow(/missing classes/);
});

test("without a condition everything passes through", () => {
  const z = tf.zeros([2, 3]) as tf.Tensor2D;
  expect(unconditional.asked({x: z})).toBeUndefined();
  expect(unconditional.input(z, undefined)).toBe(z);
  expect(unconditional.logits(z, undefined)).toBe(z);
});

test("its networks have room for the classes, and the random numbers are what remains", async () => {
  const gan = dcgan(small, new Random(1));
  expect(gan.latentSize).toBe(8);
  expect(gan.networks.generator.inputs[0]!.shape).toEqual([null, 11]);
  expect(gan.networks.discriminator.outputs[0]!.shape).toEqual([null, 4]);
  const noise = new Random(2).normals(8);
  const ask = (index: number) =>
    Float32Array.from([...noise, ...[0, 1, 2].map((k) => +(k === index))]);
  const [a, b] = await Promise.all(
    [0, 1].map((index) => generateImages(gan.networks.generator, ask(index))),
  );
  expect(a!.data).not.toEqual(b!.data);
  gan.dispose();
});
