/** Batch normalisation in training against PyTorch, the definition, and TF.js's layer. */
import {beforeAll, expect, test} from "vitest";
import {batchNormTraining} from "../../../lib/kernels/index.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import reference from "../../reference/gan.json";
import {startWasm} from "../../wasm.js";
import {expectClose, normal} from "./checks.js";
import {tolerances} from "./tolerances.js";

beforeAll(startWasm);

const expected = reference.batchNorm;

async function expectValues(tensor: tf.Tensor, values: ArrayLike<number>): Promise<void> {
  expectClose(await tensor.data(), values, tolerances.cpu);
}

test("output, statistics and gradients equal PyTorch's", async () => {
  const x = tf.tensor2d([1, -2, 0.5, 3, -1.5, 0.25, 2, 1], [4, 2]);
  const [gamma, beta] = [tf.tensor1d([1.5, -0.5]), tf.tensor1d([0.1, 0.2])];
  const push = tf.tensor2d([1, 2, -1, 0.5, 0.25, -3, 2, 1], [4, 2]);
  const normalise = (x: tf.Tensor, gamma: tf.Tensor, beta: tf.Tensor) =>
    batchNormTraining(x, gamma, beta, 1e-3);
  const {y, mean, variance} = normalise(x, gamma, beta);
  await expectValues(y, expected.y);
  await expectValues(mean, expected.mean);
  await expectValues(variance, expected.variance);
  const gradients = tf.grads((...args) => {
    const [x, gamma, beta] = args as [tf.Tensor, tf.Tensor, tf.Tensor];
    return normalise(x, gamma, beta).y;
  })([x, gamma, beta], push);
  await expectValues(gradients[0]!, expected.dx);
  await expectValues(gradients[1]!, expected.dgamma);
  await expectValues(gradients[2]!, expected.dbeta);
});

test("pictures are normalised by channel", async () => {
  const pictures = normal([2, 3, 3, 4], new Random(1));
  const moved = tf.add(tf.mul(pictures, 3), tf.tensor1d([5, -5, 0, 100]));
  const {y, mean} = batchNormTraining(moved, tf.ones([4]), tf.zeros([4]), 1e-5);
  expect(y.shape).toEqual([2, 3, 3, 4]);
  expect(mean.shape).toEqual([4]);
  const {mean: after, variance} = tf.moments(y, [0, 1, 2]);
  await expectValues(after, [0, 0, 0, 0]);
  await expectValues(variance, [1, 1, 1, 1]);
});

test("agrees with the stock layer in training", async () => {
  const layer = tf.layers.batchNormalization({inputShape: [3, 3, 4]});
  const pictures = normal([2, 3, 3, 4], new Random(2));
  const stock = layer.apply(pictures, {training: true}) as tf.Tensor;
  const {y} = batchNormTraining(pictures, tf.ones([4]), tf.zeros([4]), 1e-3);
  await expectValues(y, await stock.data());
});
