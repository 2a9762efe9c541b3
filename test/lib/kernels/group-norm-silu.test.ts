/** Group normalisation with SiLU behind it. */
import {beforeAll, describe, expect, test} from "vitest";
import {groupNorm, groupNormSilu, silu} from "../../../lib/kernels/index.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";
import {expectClose, expectGradient, normal, valuesOn} from "./checks.js";
import {tolerances} from "./tolerances.js";

beforeAll(startWasm);

const epsilon = 1e-5;

type Case = readonly [shape: number[], groups: number];
type Compute = (...inputs: tf.Tensor[]) => tf.Tensor;

const random = new Random(9);
const cases: readonly Case[] = [
  [[3, 14, 14, 16], 4],
  [[2, 7, 7, 32], 8],
  [[2, 1, 3], 1],
  [[1, 5, 1], 1],
  [[3, 40, 70], 2],
  ...Array.from({length: 16}, (): Case => {
    const groups = 1 + random.integer(4);
    const sides = Array.from({length: 2 + random.integer(2)}, () => 1 + random.integer(9));
    return [[...sides, groups * (1 + random.integer(12))], groups];
  }),
];

/** x, shift, gamma, beta */
function inputs([shape]: Case): tf.Tensor[] {
  const random = new Random(shape.length);
  const channels = shape.at(-1)!;
  return [shape, [shape[0]!, channels], [channels], [channels]].map((each) => normal(each, random));
}

function together([, groups]: Case): Compute {
  return (...[x, shift, gamma, beta]) =>
    groupNormSilu(x!, {groups, gamma: gamma!, beta: beta!, epsilon, shift: shift!});
}

/** By TF.js's operations and those that are tested elsewhere. */
function apart([shape, groups]: Case): Compute {
  const row = [shape[0]!, ...shape.slice(1, -1).map(() => 1), shape.at(-1)!];
  return (...[x, shift, gamma, beta]) =>
    silu(groupNorm(tf.add(x!, tf.reshape(shift!, row)), groups, gamma!, beta!, epsilon));
}

async function expectSame(one: Case, compute: (f: Compute) => tf.Tensor[]): Promise<void> {
  const reference = await valuesOn("cpu", () => compute(apart(one)));
  for (const backend of ["wasm", "cpu"]) {
    const ours = await valuesOn(backend, () => compute(together(one)));
    for (const [i, values] of reference.entries()) expectClose(ours[i]!, values, tolerances.cpu);
  }
}

describe.each(cases)("x [%s], %i groups", (...one) => {
  test("is SiLU of the normalised sum, with its gradients", async () => {
    await expectSame(one, (f) => [
      f(...inputs(one)),
      ...tf.grads(f)(inputs(one), normal(one[0], new Random(4))),
    ]);
  });
});

describe("at a small size", () => {
  const small: Case = [[2, 3, 3, 8], 2];

  test("its gradient is that of differences", async () => {
    await expectGradient(together(small), inputs(small), 2);
  });

  // On wasm: the composition of the cpu back end has TF.js's sigmoid, the gradient of whose gradient lacks a term.
  test("the gradient of its gradient is that of the parts", async () => {
    const [ours, reference] = await valuesOn("wasm", () =>
      [together(small), apart(small)].map((f) => {
        const [x, ...others] = inputs(small);
        const gradient = tf.grad((x) => tf.square(f(x, ...others)));
        return tf.grad((x) => tf.square(gradient(x)))(x!);
      }),
    );
    expectClose(ours!, reference!, tolerances.cpu);
  });

  test("without a shift nothing is added", async () => {
    const [zeros, nothing] = await valuesOn("wasm", () => {
      const [x, , gamma, beta] = inputs(small);
      const options = {groups: 2, gamma: gamma!, beta: beta!, epsilon};
      return [{...options, shift: tf.zeros([2, 8])}, options].map((each) =>
        groupNormSilu(x!, each),
      );
    });
    expect(nothing).toEqual(zeros);
  });

  test("it is one kernel, so is its gradient, and nothing leaks", async () => {
    await tf.setBackend("wasm");
    const before = tf.memory().numTensors;
    const {kernelNames} = await tf.profile(() =>
      tf.tidy(() => void tf.grads(together(small))(inputs(small))),
    );
    const own = kernelNames.filter((name) => name.startsWith("GroupNorm"));
    expect(own).toEqual(["GroupNormSilu", "GroupNormSiluGrad"]);
    expect(tf.memory().numTensors).toBe(before);
  });
});

test("large values are themselves, or nothing; NaN stays in its picture", async () => {
  const given = Float32Array.of(-1e4, -200, -90, 0, 90, 200, 1e4, 9800);
  const compute = () => {
    const x = tf.tensor(given, [1, 1, 8]);
    return groupNormSilu(x, {groups: 1, gamma: tf.fill([8], 1e3), beta: tf.zeros([8]), epsilon});
  };
  const [ours, reference] = [await valuesOn("wasm", compute), await valuesOn("cpu", compute)];
  expectClose(ours[0]!, reference[0]!, tolerances.cpu);
  const [spoilt] = await valuesOn("wasm", () => {
    const x = tf.tensor([Number.NaN, 1, 2, 3, 4, 5, 6, 7], [2, 1, 4]);
    return groupNormSilu(x, {groups: 1, gamma: tf.ones([4]), beta: tf.zeros([4]), epsilon});
  });
  expect([...spoilt!].map(Number.isNaN)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});

test("impossible shapes are refused", () => {
  const [x, shift, gamma, beta] = inputs([[2, 3, 6], 2]) as [
    ...[tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor],
  ];
  const options = {gamma, beta, epsilon};
  expect(() => groupNormSilu(x, {...options, groups: 4})).toThrow(
    new RangeError("invalid groups: 4 (expected a divisor of 6 channels)"),
  );
  expect(() => groupNormSilu(x, {...options, groups: 2, shift: gamma})).toThrow(
    new RangeError("invalid shift: shape [6] (expected [2,6])"),
  );
  expect(() => groupNormSilu(x, {...options, groups: 2, gamma: shift})).toThrow(
    new RangeError("invalid gamma: shape [2,6] (expected [6])"),
  );
});
