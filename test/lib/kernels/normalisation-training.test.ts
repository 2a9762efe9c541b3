/** Batch and group normalisation with the statistics of x itself. */
import {beforeAll, describe, expect, test} from "vitest";
import {batchNormTraining, groupNorm} from "../../../lib/kernels/index.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";
import {expectClose, expectGradient, expectLikeCpu, normal, valuesOn} from "./checks.js";
import {tolerances} from "./tolerances.js";

beforeAll(startWasm);

const epsilon = 1e-3;

type Normalisation = (x: tf.Tensor, gamma: tf.Tensor, beta: tf.Tensor) => tf.Tensor[];
type Case = readonly [shape: number[], groups: number | "batch"];

function drawCase(random: Random): Case {
  const groups = 1 + random.integer(4);
  const sides = Array.from({length: 1 + random.integer(3)}, () => 1 + random.integer(9));
  const isBatch = random.integer(2) === 0;
  return [[...sides, groups * (1 + random.integer(12))], isBatch ? "batch" : groups];
}

const random = new Random(8);
const cases: readonly Case[] = [
  [[1, 1], "batch"],
  [[70, 1], "batch"],
  [[1, 5], "batch"],
  [[500, 3], "batch"],
  [[3, 14, 14, 32], "batch"],
  [[5, 1], 1],
  [[1, 7, 5, 1], 1],
  [[2, 3, 6], 6],
  [[3, 40, 70], 2],
  [[2, 14, 14, 32], 8],
  ...Array.from({length: 40}, () => drawCase(random)),
];

function normalisation(groups: number | "batch"): Normalisation {
  if (groups !== "batch") return (x, gamma, beta) => [groupNorm(x, groups, gamma, beta, epsilon)];
  return (x, gamma, beta) => {
    const {y, mean, variance} = batchNormTraining(x, gamma, beta, epsilon);
    return [y, mean, variance];
  };
}

/** By TF.js's operations alone, over parts of x seen as [n, rows, groups, width]. */
function plain([shape, groups]: Case): Normalisation {
  const channels = shape.at(-1)!;
  const n = groups === "batch" ? 1 : shape[0]!;
  const parts = groups === "batch" ? channels : groups;
  const rows = tf.util.sizeFromShape(shape) / n / channels;
  return (x, gamma, beta) => {
    const view = tf.reshape(x, [n, rows, parts, channels / parts]);
    const {mean, variance} = tf.moments(view, [1, 3], true);
    const xhat = tf.div(tf.sub(view, mean), tf.sqrt(tf.add(variance, epsilon)));
    const y = tf.add(tf.mul(tf.reshape(xhat, x.shape), gamma), beta);
    return groups === "batch" ? [y, mean, variance] : [y];
  };
}

/** x, gamma, beta */
function inputs(shape: readonly number[]): [tf.Tensor, tf.Tensor, tf.Tensor] {
  const random = new Random(shape.length);
  const channels = shape.slice(-1);
  return [normal(shape, random), normal(channels, random), normal(channels, random)];
}

/** What wasm and the operations of a back end without kernels give is what TF.js's operations give on cpu. */
async function expectSame(one: Case, compute: (f: Normalisation) => tf.Tensor[]): Promise<void> {
  const reference = await valuesOn("cpu", () => compute(plain(one)));
  for (const backend of ["wasm", "cpu"]) {
    const ours = await valuesOn(backend, () => compute(normalisation(one[1])));
    expect(ours.length).toBe(reference.length);
    for (const [i, values] of reference.entries()) expectClose(ours[i]!, values, tolerances.cpu);
  }
}

describe.each(cases)("x [%s], groups %s", (...one) => {
  const [shape] = one;

  test("has the output and statistics of the definition", async () => {
    await expectSame(one, (f) => f(...inputs(shape)));
  });

  test("has its gradients", async () => {
    await expectSame(one, (f) => {
      const y = (...args: tf.Tensor[]) => f(...(args as [tf.Tensor, tf.Tensor, tf.Tensor]))[0]!;
      return tf.grads(y)(inputs(shape), normal(shape, new Random(4)));
    });
  });
});

describe.each([
  [[6, 5], "batch"],
  [[2, 3, 3, 4], "batch"],
  [[3, 2, 6], 2],
] as Case[])("the gradient for x [%s], groups %s", (...one) => {
  const [shape, groups] = one;
  const y = (...args: tf.Tensor[]) =>
    normalisation(groups)(...(args as [tf.Tensor, tf.Tensor, tf.Tensor]))[0]!;

  test("is that of differences", async () => {
    await expectGradient(y, inputs(shape), 2);
  });

  test("has itself the gradient of the definition", async () => {
    await expectSame(one, (f) => {
      const [, gamma, beta] = inputs(shape);
      const gradient = tf.grad((x) => tf.square(f(x, gamma, beta)[0]!));
      return [tf.grad((x) => tf.square(gradient(x)))(inputs(shape)[0])];
    });
  });

  test("is one kernel, and nothing leaks", async () => {
    await tf.setBackend("wasm");
    const before = tf.memory().numTensors;
    const {kernelNames} = await tf.profile(() => tf.tidy(() => void tf.grads(y)(inputs(shape))));
    const name = groups === "batch" ? "BatchNormTrainingGrad" : "GroupNormGrad";
    expect(kernelNames.filter((each) => each === name)).toHaveLength(1);
    expect(tf.memory().numTensors).toBe(before);
  });
});

test("mean and variance have no gradient", async () => {
  for (const backend of ["wasm", "cpu"])
    for (const i of [1, 2]) {
      const compute = () => {
        const [x, gamma, beta] = inputs([6, 5]);
        return tf.grad((x) => normalisation("batch")(x, gamma, beta)[i]!)(x);
      };
      expect((await valuesOn(backend, compute))[0]!.every((v) => v === 0)).toBe(true);
    }
});

test("values far from 0 have the variance that they have around 0", async () => {
  await expectLikeCpu(() => {
    const [x, gamma, beta] = inputs([500, 7]);
    return normalisation("batch")(tf.add(tf.mul(x, 0.5), 500), gamma, beta)[2]!;
  });
});

test("whole numbers are normalised as floats", async () => {
  const [x] = await valuesOn("wasm", () => {
    const whole = tf.tensor2d([1, 3], [2, 1], "int32");
    return batchNormTraining(whole, tf.ones([1]), tf.zeros([1]), 0).y;
  });
  expect([...x!]).toEqual([-1, 1]);
});

test("impossible shapes are refused", () => {
  const [x, gamma, beta] = inputs([2, 3, 6]);
  const [other] = inputs([2, 5]);
  expect(() => groupNorm(x, 4, gamma, beta, epsilon)).toThrow(
    new RangeError("invalid groups: 4 (expected a divisor of 6 channels)"),
  );
  expect(() => groupNorm(x, 0, gamma, beta, epsilon)).toThrow(RangeError);
  expect(() => groupNorm(x, 1.5, gamma, beta, epsilon)).toThrow(RangeError);
  expect(() => batchNormTraining(other, gamma, beta, epsilon)).toThrow(
    new RangeError("invalid gamma: shape [6] (expected [5])"),
  );
  expect(() => batchNormTraining(gamma, gamma, beta, epsilon)).toThrow(
    new RangeError("invalid x: shape [6] (expected [n, .., C], not empty)"),
  );
  expect(() => batchNormTraining(tf.zeros([0, 6]), gamma, beta, epsilon)).toThrow(RangeError);
});
