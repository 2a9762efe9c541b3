/** Batch normalisation with given mean and variance. */
import {beforeAll, describe, expect, test} from "vitest";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";
import {expectGradient, expectLikeCpu, normal} from "./checks.js";

beforeAll(startWasm);

const epsilon = 1e-3;
const random = new Random(5);
const shapes: readonly number[][] = [
  [1, 1],
  [1, 5],
  [70, 1],
  [9, 130],
  [33, 3],
  [2, 3, 3, 2],
  [3, 14, 14, 32],
  ...Array.from({length: 30}, () => [
    ...Array.from({length: 1 + random.integer(3)}, () => 1 + random.integer(9)),
    1 + random.integer(random.integer(4) === 0 ? 100 : 20),
  ]),
];

/** x, mean, variance, offset, scale; mean and variance are not those of x. */
function inputs(shape: readonly number[], parameters = shape.slice(-1)): tf.Tensor[] {
  const random = new Random(shape.length);
  const [x, mean, deviation, offset, scale] = [shape, ...Array(4).fill(parameters)].map((each) =>
    normal(each, random),
  );
  return [x!, mean!, tf.add(tf.square(deviation!), 0.1), offset!, scale!];
}

function batchNorm(...[x, mean, variance, offset, scale]: (tf.Tensor | undefined)[]): tf.Tensor {
  type Vector = tf.Tensor1D;
  return tf.batchNorm(
    ...([x!, mean as Vector, variance as Vector] as const),
    ...([offset as Vector, scale as Vector, epsilon] as const),
  );
}

describe.each(shapes.map((shape) => [shape]))("x [%s]", (shape) => {
  test("is normalised as on cpu, with and without scale and offset", async () => {
    await expectLikeCpu(() => {
      const [x, mean, variance, offset, scale] = inputs(shape);
      return [
        batchNorm(x, mean, variance, offset, scale),
        batchNorm(x, mean, variance, undefined, scale),
        batchNorm(x, mean, variance, offset),
        batchNorm(x, mean, variance),
      ];
    });
  });

  test("has the five gradients that TF.js has on cpu", async () => {
    await expectLikeCpu(() => {
      const dy = normal(shape, new Random(9));
      return tf.grads(batchNorm)(inputs(shape), dy);
    });
  });
});

describe("the gradient", () => {
  test("is that of differences", async () => {
    for (const shape of [
      [5, 3],
      [2, 3, 4, 6],
    ])
      await expectGradient(batchNorm, inputs(shape), 3);
  });

  test("is right for each input alone", async () => {
    for (const i of [0, 1, 2, 3, 4])
      await expectLikeCpu(() => {
        const all = inputs([6, 5]);
        return tf.grad((one) => batchNorm(...all.map((each, j) => (i === j ? one : each))))(
          all[i]!,
        );
      });
  });

  test("is one kernel for all inputs", async () => {
    await tf.setBackend("wasm");
    const given = inputs([4, 4, 3, 8]);
    const {kernelNames} = await tf.profile(() => void tf.grads(batchNorm)(given));
    expect(kernelNames.filter((name) => name === "FusedBatchNormGrad")).toHaveLength(1);
  });

  test("has itself the gradient that it has on cpu", async () => {
    await expectLikeCpu(() => {
      const [x, ...others] = inputs([4, 3]);
      const gradient = (scale: tf.Tensor) =>
        tf.grad((x) => tf.square(batchNorm(x, ...others.slice(0, 3), scale)))(x!);
      return tf.grad((scale) => tf.square(gradient(scale)))(others[3]!);
    });
  });

  test("of parameters with a value for each of x's is TF.js's own", async () => {
    const shape = [2, 3, 3, 4];
    await expectLikeCpu(() => tf.grads(batchNorm)(inputs(shape, shape)));
  });
});

test("parameters of other shapes are normalised as on cpu", async () => {
  const shape = [2, 3, 5, 4];
  for (const parameters of [shape, [1, 1, 1, 4]])
    await expectLikeCpu(() => batchNorm(...inputs(shape, parameters)));
});

test("values far from 0 keep their digits", async () => {
  await expectLikeCpu(() => {
    const [x, , variance, offset, scale] = inputs([50, 7]);
    const mean = tf.fill([7], 1000);
    return batchNorm(tf.add(x!, 1000), mean, variance, offset, scale);
  });
});

test("nothing leaks, and parameters of different ranks are refused", async () => {
  await tf.setBackend("wasm");
  const before = tf.memory().numTensors;
  tf.tidy(() => {
    const [x, mean, ...others] = inputs([7, 5]);
    tf.grads(batchNorm)([x!, mean!, ...others]);
    expect(() => batchNorm(x, tf.reshape(mean!, [1, 5]), ...others)).toThrow(/equal ranks/);
  });
  expect(tf.memory().numTensors).toBe(before);
});
