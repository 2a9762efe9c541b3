/** What TF.js's layer of batch normalisation is made of: squares, squared differences, and both in a step of training. */
import {beforeAll, describe, expect, test} from "vitest";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";
import {expectGradient, expectLikeCpu, normal} from "./checks.js";

beforeAll(startWasm);

const pairs: readonly [a: number[], b: number[]][] = [
  [[], []],
  [[7], [7]],
  [
    [2, 3, 5],
    [2, 3, 5],
  ],
  [[4, 5], [5]],
  [[5], [4, 5]],
  [[2, 3, 4], []],
  [
    [2, 3, 4, 6],
    [2, 1, 1, 6],
  ],
  [
    [3, 1, 5],
    [1, 4, 5],
  ],
];

function inputs(a: number[], b: number[]): [tf.Tensor, tf.Tensor] {
  return [normal(a, new Random(1)), normal(b, new Random(2))];
}

describe.each(pairs)("the squared difference of [%s] and [%s]", (a, b) => {
  test("has the gradients of the square of a difference", async () => {
    await tf.setBackend("wasm");
    await expectGradient(tf.squaredDifference, inputs(a, b), 4);
  });

  test("has them on any back end", async () => {
    const y = (a: tf.Tensor, b: tf.Tensor) => tf.mul(tf.squaredDifference(a, b), 3);
    await expectLikeCpu(() => tf.grads(y)(inputs(a, b)));
  });
});

test("the gradient of a square is that of a product, whole numbers too", async () => {
  for (const shape of [[], [1], [6], [3, 5, 7]]) {
    const x = () => normal(shape, new Random(3));
    const dy = () => normal(shape, new Random(4));
    await expectLikeCpu(() => {
      const product = tf.grad((x) => tf.mul(x, x))(x(), dy());
      return tf.sub(tf.grad(tf.square)(x(), dy()), product);
    });
    await expectGradient(tf.square, [x()], 5);
  }
  await expectLikeCpu(() =>
    tf.grad((x) => tf.cast(tf.square(x), "float32"))(tf.tensor1d([1, -2], "int32")),
  );
});

test.each([
  ["square", tf.square],
  ["squared difference", (x: tf.Tensor) => tf.squaredDifference(tf.mul(x, x), tf.scalar(0.5))],
] as [string, (x: tf.Tensor) => tf.Tensor][])(
  "the gradient of a gradient of the %s is that of cpu",
  async (_name, f) => {
    const penalty = (x: tf.Tensor) => tf.sum(tf.square(tf.grad(f)(x)));
    await expectLikeCpu(() => tf.grad(penalty)(normal([4, 3], new Random(6))));
    await expectGradient((x) => tf.square(tf.grad(f)(x)), [normal([4, 3], new Random(6))], 7);
  },
);

describe.each([[[9, 5]], [[4, 6, 3]], [[4, 6, 6, 3]]])("TF.js's layer on [%s]", (shape) => {
  test.each([
    ["training", true],
    ["use", false],
  ])("gives and learns in %s what it does on cpu", async (_name, training) => {
    await expectLikeCpu(() => {
      const layer = tf.layers.batchNormalization({momentum: 0.5});
      const apply = (x: tf.Tensor) => layer.apply(x, {training}) as tf.Tensor;
      const x = normal(shape, new Random(1));
      const y = apply(x);
      const moving = layer.nonTrainableWeights.map((weight) => weight.read());
      const learnt = layer.trainableWeights.map((weight) => weight.read());
      const dy = normal(shape, new Random(2));
      return [y, ...moving.map(tf.clone), ...tf.grads((x) => apply(x!))([x, ...learnt], dy)];
    });
  });
});

test("nothing leaks", async () => {
  await tf.setBackend("wasm");
  const before = tf.memory().numTensors;
  tf.tidy(() => void tf.grads(tf.squaredDifference)(inputs([4, 5], [5])));
  expect(tf.memory().numTensors).toBe(before);
});
