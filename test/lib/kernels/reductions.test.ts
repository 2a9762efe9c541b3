import {beforeAll, describe, expect, test} from "vitest";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";
import {expectGradient, expectLikeCpu, normal, valuesOn} from "./checks.js";

beforeAll(startWasm);

/** Every choice of `rank` axes. */
function choices(rank: number): number[][] {
  const axes = Array.from({length: rank}, (_, axis) => axis);
  return Array.from({length: 2 ** rank}, (_, bits) => axes.filter((axis) => bits & (1 << axis)));
}

describe.each([
  ["sum", tf.sum],
  ["mean", tf.mean],
] as const)("%s", (_name, f) => {
  test("over every choice of axes", async () => {
    for (const shape of [
      [3, 4, 5, 6],
      [2, 1, 7, 1],
      [1, 19, 3, 2],
    ])
      for (const axes of choices(4))
        for (const keepDims of [false, true])
          await expectLikeCpu(() => f(normal(shape, new Random(1)), axes, keepDims));
    await expectLikeCpu(() => f(normal([2, 3, 2, 3, 2], new Random(1)), [0, 2, 4]));
  });

  test("over rows and columns of every length", async () => {
    const random = new Random(7);
    for (let i = 0; i < 60; i++) {
      const shape = [1 + random.integer(140), 1 + random.integer(70)];
      for (const axis of [0, 1]) await expectLikeCpu(() => f(normal(shape, new Random(i)), axis));
    }
    for (const columns of [1, 2, 3, 5, 16, 17, 31, 32, 100])
      await expectLikeCpu(() => f(normal([1000, columns], new Random(columns)), 0));
  });

  test("of nothing, of one value, of all, of whole numbers and of truth values", async () => {
    await expectLikeCpu(() => f(tf.zeros([0, 3]), 1));
    await expectLikeCpu(() => f(tf.zeros([3, 0]), 1));
    await expectLikeCpu(() => f(tf.scalar(3)));
    await expectLikeCpu(() => f(normal([5, 7], new Random(1))));
    await expectLikeCpu(() => f(tf.tensor2d([1, 2, 3, 9], [2, 2], "int32"), 0));
    await expectLikeCpu(() => f(tf.tensor1d([true, false, true], "bool")));
    await expectLikeCpu(() => f(tf.tensor1d([1, Number.NaN, 3])));
    await expectLikeCpu(() => f(tf.tensor1d([1, Number.POSITIVE_INFINITY, 3])));
  });

  test("has the gradients that cpu and differences have", async () => {
    for (const axes of [[0], [1], [2], [0, 1], [0, 2], [0, 1, 2]]) {
      const g = (x: tf.Tensor) => f(tf.square(x), axes);
      await expectGradient(g, [normal([3, 4, 5], new Random(1))], 2);
      await expectLikeCpu(() => tf.grad(g)(normal([3, 4, 5], new Random(1))));
    }
    const cubes = (x: tf.Tensor) => tf.sum(f(tf.pow(x, 3), [0, 1]));
    const slopes = (x: tf.Tensor) => tf.sum(tf.square(tf.grad(cubes)(x)));
    await expectLikeCpu(() => tf.grad(slopes)(tf.abs(normal([3, 4, 5], new Random(1)))));
  });

  test("over an axis that is not there throws what TF.js throws", async () => {
    await tf.setBackend("wasm");
    const values = tf.ones([2, 3]);
    expect(() => f(values, 2)).toThrow(
      "All values in axis param must be in range [-2, 2) but got axis 2",
    );
  });
});

test("many values are summed without losing the last ones", async () => {
  const [ones] = await valuesOn("wasm", () => tf.sum(tf.ones([49 * 512, 3]), 0));
  expect([...ones!]).toEqual([25088, 25088, 25088]);
  const [thirds] = await valuesOn("wasm", () => tf.mean(tf.fill([800_000], 1 / 3)));
  expect(Math.abs(thirds![0]! - 1 / 3)).toBeLessThan(1e-6);
});

test("the gradient of a mean is one repeat", async () => {
  await tf.setBackend("wasm");
  const kernels = await tf.profile(() => tf.tidy(() => void tf.grad(tf.mean)(tf.ones([7, 5]))));
  const names = kernels.kernels.map(({name}) => name);
  expect(names).toContain("Tile");
  expect(names).not.toContain("Multiply");
});

test("on other back ends it is what TF.js makes it, whose repeat goes value by value there", async () => {
  await tf.setBackend("cpu");
  for (const f of [tf.sum, tf.mean]) {
    const kernels = await tf.profile(() => tf.tidy(() => void tf.grad(f)(tf.ones([7, 5]))));
    expect(kernels.kernels.map(({name}) => name)).not.toContain("Tile");
  }
  await tf.setBackend("wasm");
});

describe("tile", () => {
  const cases: readonly [shape: readonly number[], reps: readonly number[]][] = [
    [
      [1, 6],
      [50, 1],
    ],
    [
      [1, 3],
      [40, 1],
    ],
    [[6], [3]],
    [[1], [7]],
    [
      [5, 1],
      [1, 6],
    ],
    [
      [2, 3],
      [2, 2],
    ],
    [
      [2, 3],
      [1, 1],
    ],
    [
      [1, 1, 1, 6],
      [2, 3, 4, 1],
    ],
    [
      [2, 3, 2, 2],
      [3, 2, 1, 4],
    ],
    [
      [2, 300],
      [3, 2],
    ],
    [
      [2, 0],
      [3, 2],
    ],
    [[], []],
  ];

  test.each(cases)("%j by %j", async (shape, reps) => {
    await expectLikeCpu(() => tf.tile(normal(shape, new Random(1)), [...reps]));
    await expectLikeCpu(() => tf.tile(tf.cast(normal(shape, new Random(1)), "int32"), [...reps]));
  });

  test("no times, of truth values, and of a rank that does not fit, as TF.js", async () => {
    await expectLikeCpu(() => tf.tile(tf.ones([2, 3]), [0, 2]));
    await expectLikeCpu(() => tf.tile(tf.tensor1d([true, false], "bool"), [3]));
    await tf.setBackend("wasm");
    const values = tf.ones([2, 3]);
    expect(() => tf.tile(values, [2])).toThrow("Error in transpose: rank of input 2 must match");
  });

  test("leaks nothing, and neither do sums and means", async () => {
    await tf.setBackend("wasm");
    const before = tf.memory().numTensors;
    for (const f of [tf.sum, tf.mean]) tf.tidy(() => void tf.grad(f)(tf.ones([3, 5])));
    tf.dispose(tf.tile(tf.ones([1, 3]), [4, 2]));
    expect(tf.memory().numTensors).toBe(before + 1);
  });
});
