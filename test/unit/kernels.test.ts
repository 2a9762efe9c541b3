import "@tensorflow/tfjs-backend-cpu";
import {beforeAll, describe, expect, test} from "vitest";
import {Random} from "../../lib/random.js";
import * as tf from "../../lib/tf.js";
import {startWasm} from "../wasm.js";

beforeAll(startWasm);

/** The values of `compute()` on the named back end. */
async function on(backend: string, compute: () => tf.Tensor): Promise<Float32Array> {
  await tf.setBackend(backend);
  const tensor = tf.tidy(compute);
  const values = Float32Array.from(await tensor.data());
  tensor.dispose();
  return values;
}

async function expectSame(compute: () => tf.Tensor, tolerance = 2e-5): Promise<void> {
  const [ours, reference] = [await on("wasm", compute), await on("cpu", compute)];
  expect(ours.length).toBe(reference.length);
  const scale = Math.max(1, ...reference.map(Math.abs));
  const worst = ours.reduce((most, v, i) => Math.max(most, Math.abs(v - reference[i]!)), 0);
  expect(worst / scale).toBeLessThan(tolerance);
}

function tensor(shape: readonly number[], seed: number): tf.Tensor {
  return tf.tensor(new Random(seed).normals(tf.util.sizeFromShape([...shape])), [...shape]);
}

describe("kernels that replace slow ones agree with the cpu back end", () => {
  test.each([[[0]], [[0, 1]], [[0, 1, 2]], [[0, 1, 2, 3]], [[1]], [[3]], [[0, 2]], [[-4, -3]]])(
    "sum over axes %j",
    async (axes) => {
      for (const keepDims of [false, true])
        await expectSame(() => tf.sum(tensor([3, 4, 5, 6], 1), axes, keepDims));
      await expectSame(() => tf.sum(tensor([3, 4, 5, 1], 1), axes));
    },
  );

  test("sum over many rows, by the window of the pool", async () => {
    for (const rows of [15, 16, 48, 224, 1000, 2048])
      for (const keepDims of [false, true])
        await expectSame(() => tf.sum(tensor([rows, 2, 3], 1), 0, keepDims));
    await expectSame(() => tf.sum(tensor([8, 6, 4, 5], 1), [0, 1, 2], true));
  });

  test("counting by a sum of ones stays exact", async () => {
    const ones = () => tf.sum(tf.ones([49 * 512, 3]), 0);
    expect([...(await on("wasm", ones))]).toEqual([25088, 25088, 25088]);
  });

  test("sum of integers stays exact", async () => {
    await tf.setBackend("wasm");
    const big = tf.tensor2d([2 ** 24, 1, 1, 1], [2, 2], "int32");
    expect([...(await tf.sum(big, 0).data())]).toEqual([2 ** 24 + 1, 2]);
  });

  test.each([
    [
      [1, 1, 1, 6],
      [2, 3, 4, 1],
    ],
    [
      [1, 6],
      [5, 1],
    ],
    [[6], [3]],
    [
      [2, 3],
      [2, 2],
    ],
    [
      [1, 1],
      [4, 1],
    ],
  ])("tile %j by %j", async (shape, reps) => {
    await expectSame(() => tf.tile(tensor(shape, 1), reps));
  });

  test("leaky ReLU and its gradient, at 0 and at infinity too", async () => {
    const x = () => tf.tensor1d([-2, -0, 0, 3, -Infinity, Infinity, 1e-30]);
    const y = await on("wasm", () => tf.leakyRelu(x(), 0.25));
    expect([...y]).toEqual([-0.5, -0, 0, 3, -Infinity, Infinity, Math.fround(1e-30)]);
    const slope = await on("wasm", () => tf.grad((v) => tf.leakyRelu(v as tf.Tensor1D, 0.25))(x()));
    expect([...slope]).toEqual([0.25, 0.25, 0.25, 1, 0.25, 1, 1]);
    expect(await on("wasm", () => tf.leakyRelu(tf.tensor1d([Number.NaN]), 0.25))).toEqual(
      new Float32Array([Number.NaN]),
    );
  });
});

test("installing twice registers nothing anew", async () => {
  const before = tf.getKernel("Sum", "wasm")?.kernelFunc;
  await startWasm();
  expect(tf.getKernel("Sum", "wasm")?.kernelFunc).toBe(before);
});
