import {beforeAll, expect, test} from "vitest";
import {batchNorm} from "../../lib/models/batch-norm.js";
import {Random} from "../../lib/random.js";
import * as tf from "../../lib/tf.js";
import reference from "../reference/gan.json";
import {startWasm} from "../wasm.js";

beforeAll(startWasm);

const expected = reference.batchNorm;
const x = () => tf.tensor2d([1, -2, 0.5, 3, -1.5, 0.25, 2, 1], [4, 2]);
const gamma = () => tf.tensor1d([1.5, -0.5]);
const beta = () => tf.tensor1d([0.1, 0.2]);
const push = () => tf.tensor2d([1, 2, -1, 0.5, 0.25, -3, 2, 1], [4, 2]);

async function expectClose(tensor: tf.Tensor, values: readonly number[]): Promise<void> {
  const data = await tensor.data();
  expect(data.length).toBe(values.length);
  for (const [i, value] of values.entries()) expect(data[i]).toBeCloseTo(value, 4);
}

test("output, statistics and gradients equal PyTorch's", async () => {
  const {y, mean, variance} = batchNorm(x(), gamma(), beta(), 1e-3);
  await expectClose(y, expected.y);
  await expectClose(mean, expected.mean);
  await expectClose(variance, expected.variance);
  const grads = tf.grads(
    (x, g, b) => batchNorm(x as tf.Tensor, g as tf.Tensor, b as tf.Tensor, 1e-3).y,
  )([x(), gamma(), beta()], push());
  await expectClose(grads[0]!, expected.dx);
  await expectClose(grads[1]!, expected.dgamma);
  await expectClose(grads[2]!, expected.dbeta);
});

test("pictures are normalised by channel", async () => {
  const pictures = tf.tensor4d(new Random(1).normals(2 * 3 * 3 * 4), [2, 3, 3, 4]);
  const moved = tf.add(tf.mul(pictures, 3), tf.tensor1d([5, -5, 0, 100]));
  const {y, mean} = batchNorm(moved, tf.ones([4]), tf.zeros([4]), 1e-5);
  expect(y.shape).toEqual([2, 3, 3, 4]);
  expect(mean.shape).toEqual([4]);
  const {mean: after, variance} = tf.moments(y, [0, 1, 2]);
  await expectClose(after, [0, 0, 0, 0]);
  await expectClose(variance, [1, 1, 1, 1]);
});

test("agrees with the stock layer in training", async () => {
  const layer = tf.layers.batchNormalization({inputShape: [3, 3, 4]});
  const pictures = tf.tensor4d(new Random(2).normals(2 * 3 * 3 * 4), [2, 3, 3, 4]);
  const stock = layer.apply(pictures, {training: true}) as tf.Tensor;
  const {y} = batchNorm(pictures, tf.ones([4]), tf.zeros([4]), 1e-3);
  await expectClose(y, [...(await stock.data())]);
});
