/** A dense layer in one kernel. */
import {beforeAll, describe, expect, test} from "vitest";
import {dense} from "../../../lib/kernels/index.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";
import {expectGradient, expectLikeCpu, normal} from "./checks.js";

beforeAll(startWasm);

type Case = readonly [n: number, ci: number, co: number];

const random = new Random(41);
const length = () => 1 + random.integer(40);
const cases: readonly Case[] = [
  [64, 64, 16],
  [1, 1, 1],
  [0, 3, 2],
  ...Array.from({length: 12}, (): Case => [length(), length(), length()]),
];

function inputs([n, ci, co]: Case): tf.Tensor[] {
  const random = new Random(5);
  return [[n, ci], [ci, co], [co]].map((shape) => normal(shape, random));
}

function layer(...[x, weights, bias]: tf.Tensor[]): tf.Tensor {
  return dense(x as tf.Tensor2D, weights as tf.Tensor2D, bias as tf.Tensor1D);
}

describe.each(cases)("[%i, %i] to %i", (...one) => {
  test("is what the cpu has, with all gradients", async () => {
    await expectLikeCpu(() => [
      layer(...inputs(one)),
      ...tf.grads(layer)(inputs(one), normal([one[0], one[2]], new Random(6))),
    ]);
  });
});

test("rows may lie in pictures", async () => {
  await expectLikeCpu(() => {
    const [x, ...others] = inputs([12, 7, 3]);
    const given = [tf.reshape(x!, [2, 3, 2, 7]), ...others];
    const dy = normal([2, 3, 2, 3], new Random(6));
    const twice = tf.grad((x) => tf.square(tf.grad((x) => tf.square(layer(x, ...others)))(x)));
    return [layer(...given), ...tf.grads(layer)(given, dy), twice(given[0]!)];
  });
});

test("its gradients are slopes", async () => {
  const given = inputs([5, 7, 3]);
  await expectGradient(layer, given, 7);
  tf.dispose(given);
});

test("the gradient of its gradient is that of the product", async () => {
  await expectLikeCpu(() => {
    const [x, ...others] = inputs([5, 7, 3]);
    const gradient = tf.grad((x) => tf.square(layer(x, ...others)));
    return tf.grad((x) => tf.square(gradient(x)))(x!);
  });
});

test("is one kernel, and nothing is left behind", async () => {
  await tf.setBackend("wasm");
  const before = tf.memory().numTensors;
  const run = () => tf.tidy(() => void tf.grads(layer)(inputs([5, 7, 3])));
  const {kernelNames} = await tf.profile(run);
  const own = kernelNames.filter((name) => name.startsWith("Dense") || name.includes("MatMul"));
  expect(own).toEqual(["Dense", "DenseGrad"]);
  expect(tf.memory().numTensors).toBe(before);
});

test("weights of another size are refused", () => {
  const [x, weights, bias] = inputs([2, 3, 4]) as [tf.Tensor, tf.Tensor, tf.Tensor];
  expect(() => layer(x, tf.zeros([4, 4]), bias)).toThrow(
    new RangeError("invalid weights: shape [4,4] (expected [3, 4])"),
  );
  expect(() => layer(x, weights, tf.zeros([3]))).toThrow(RangeError);
});
