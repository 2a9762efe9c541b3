import {beforeAll, describe, expect, test} from "vitest";
import {gelu, silu} from "../../../lib/kernels/index.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";
import {expectClose, expectGradient, expectLikeCpu, normal, valuesOn} from "./checks.js";

beforeAll(startWasm);

type Activation = (x: tf.Tensor) => tf.Tensor;

/** Each with the places where its slope jumps. */
const activations: readonly [name: string, f: Activation, kinks: readonly number[]][] = [
  ["relu", tf.relu, [0]],
  ["relu6", tf.relu6, [0, 6]],
  ["leakyRelu", (x) => tf.leakyRelu(x, 0.3), [0]],
  ["clipByValue", (x) => tf.clipByValue(x, -0.5, 2), [-0.5, 2]],
  ["elu", tf.elu, []],
  ["selu", tf.selu, [0]],
  ["silu", silu, []],
  ["gelu", gelu, []],
  ["sigmoid", tf.sigmoid, []],
  ["tanh", tf.tanh, []],
  ["softplus", tf.softplus, []],
  ["exp", tf.exp, []],
];

/** Shapes of every tail, with one value, and empty. */
const shapes: readonly number[][] = [
  ...Array.from({length: 9}, (_, i) => [i]),
  [],
  [70],
  [3, 1, 7],
  [2, 3, 5, 4],
];

const odd = [
  ...[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, -0, 1e-45, -1e-45],
  ...[1e-38, -1e-30, 88.72, 88.73, -87.3, -87.4, -103.9, -104.1, 3e38, -3e38, 6, 1, -1, 20, -20],
];

describe.each(activations)("%s", (_name, f, kinks) => {
  test("gives what cpu gives, in every shape", async () => {
    for (const [seed, shape] of shapes.entries())
      await expectLikeCpu(() => f(tf.mul(normal(shape, new Random(seed)), 3)));
  });

  test("at the ends of the numbers, and of what is none", async () => {
    // One at a time, because tolerance is a share of the largest value.
    for (const x of odd) await expectLikeCpu(() => f(tf.tensor1d([x])));
  });

  test("has the gradient that TF.js has on cpu, at kinks and beyond numbers too", async () => {
    const x = () => tf.tensor1d(odd.filter((v) => Math.abs(v) < 1e38 || Number.isNaN(v)));
    await expectLikeCpu(() => tf.grad(f)(x(), tf.onesLike(x())));
    for (const [seed, shape] of shapes.entries())
      await expectLikeCpu(() => tf.grad(f)(normal(shape, new Random(seed)), tf.ones(shape)));
  });

  test("has the gradient that differences have", async () => {
    for (const [seed, shape] of [[5], [70], [2, 3, 3]].entries())
      await expectGradient(f, [awayFrom(kinks, normal(shape, new Random(seed)))], seed);
  });

  test("leaks nothing", async () => {
    await tf.setBackend("wasm");
    const before = tf.memory().numTensors;
    tf.tidy(() => void tf.grad(f)(tf.ones([7])));
    expect(tf.memory().numTensors).toBe(before);
  });
});

/** x, with values too near to a kink for a difference moved away from it. */
function awayFrom(kinks: readonly number[], x: tf.Tensor): tf.Tensor {
  const values = Float32Array.from(x.dataSync());
  for (const kink of kinks)
    for (const [i, v] of values.entries())
      if (Math.abs(v - kink) < 0.1) values[i] = kink + (v < kink ? -0.1 : 0.1) * 2;
  return tf.tensor(values, x.shape);
}

test.each([
  ["relu", tf.relu],
  ["leakyRelu", tf.leakyRelu],
  ["selu", tf.selu],
  ["exp", tf.exp],
] as [string, Activation][])("%s of whole numbers is TF.js's own", async (_name, f) => {
  await expectLikeCpu(() => tf.cast(f(tf.tensor1d([1, 0, 2, 7], "int32")), "float32"));
});

describe("gradients of gradients", () => {
  test.each([
    ["relu", tf.relu],
    ["leakyRelu", (x: tf.Tensor) => tf.leakyRelu(x, 0.2)],
    ["sigmoid", tf.sigmoid],
    ["tanh", tf.tanh],
    ["softplus", tf.softplus],
  ] as [string, Activation][])("of %s of a product are those of cpu", async (_name, f) => {
    const squares = (x: tf.Tensor) => tf.sum(f(tf.mul(x, tf.mul(x, 2))));
    const penalty = (x: tf.Tensor) => tf.mean(tf.square(tf.grad(squares)(x)));
    await expectLikeCpu(() => tf.grad(penalty)(normal([5, 7], new Random(1))));
  });
});

test("the gradient of the gradient of silu is s' (2 + x (1 - 2s)), s' = s (1 - s)", async () => {
  await tf.setBackend("wasm");
  const at = [0, 0.3, -0.7, 1.1, -6];
  const slope = (x: tf.Tensor) => tf.sum(tf.grad(silu)(x));
  const values = await tf.grad(slope)(tf.tensor1d(at)).data();
  const exact = at.map((x) => {
    const s = 1 / (1 + Math.exp(-x));
    return s * (1 - s) * (2 + x * (1 - 2 * s));
  });
  expectClose(values, exact, 1e-5);
});

const geluInner = (v: number) => 2 * Math.sqrt(2 / Math.PI) * (v + 0.044715 * v ** 3);

test("the gradient of the gradient of gelu is the slope of its gradient, where x is large too", async () => {
  await tf.setBackend("wasm");
  const at = [0, 0.3, -0.7, 1.1, -3, 40, -40];
  const slope = (v: number) => {
    const s = 1 / (1 + Math.exp(-geluInner(v)));
    return s + v * s * (1 - s) * 2 * Math.sqrt(2 / Math.PI) * (1 + 3 * 0.044715 * v * v);
  };
  const first = await tf
    .grad(gelu)(tf.tensor1d([...at, 1e30, -1e30]))
    .data();
  expectClose(first, [...at.map(slope), 1, 0], 1e-6);
  const second = await tf
    .grad((x) => tf.sum(tf.grad(gelu)(x)))(tf.tensor1d(at))
    .data();
  const h = 1e-4;
  expectClose(
    second,
    at.map((v) => (slope(v + h) - slope(v - h)) / (2 * h)),
    1e-5,
  );
});

describe("exponential and logarithm", () => {
  const x = Float32Array.from({length: 20001}, (_, i) => (i - 10000) * 0.0087);

  test.each([
    ["exp", tf.exp, Math.exp, x],
    ["log", tf.log, Math.log, x.map((v) => Math.exp(v))],
    ["log near 1", tf.log, Math.log, x.map((v) => 1 + v / 200)],
    ["silu", silu, (v: number) => v / (1 + Math.exp(-v)), x],
    ["gelu", gelu, (v: number) => v / (1 + Math.exp(-geluInner(v))), x.map((v) => v / 60)],
    ["tanh", tf.tanh, Math.tanh, x.map((v) => v / 10)],
    ["softplus", tf.softplus, (v: number) => Math.log1p(Math.exp(v)), x],
    [
      "selu below 0",
      tf.selu,
      (v: number) => 1.7580993408473768 * Math.expm1(v),
      x.map((v) => -Math.abs(v)),
    ],
  ] as [string, Activation, (v: number) => number, Float32Array][])(
    "%s is right to the last bits of each value, however small",
    async (name, f, exact, at) => {
      const [ours] = await valuesOn("wasm", () => f(tf.tensor1d(at)));
      const least = name === "exp" || name.startsWith("log") ? 2e-7 : 4e-7;
      for (const [i, y] of ours!.entries()) {
        const expected = exact(at[i]!);
        const error = Math.abs(y - expected) / Math.abs(expected);
        if (expected !== 0 && !(error <= least))
          expect.fail(`${y} at ${at[i]}, not ${expected}: ${error}`);
      }
    },
  );

  test("reach 0, the values below the normal ones, and infinity where they should", async () => {
    const [exp] = await valuesOn("wasm", () => tf.exp(tf.tensor1d([-103.9, -104.1, 88.72, 88.73])));
    expect([...exp!]).toEqual([1.401298464324817e-45, 0, 3.3931806003874245e38, Infinity]);
    const [log] = await valuesOn("wasm", () =>
      tf.log(tf.tensor1d([0, -0, -1, 1, Infinity, 1e-45, Number.NaN])),
    );
    expectClose(log!, [-Infinity, -Infinity, NaN, 0, Infinity, -103.27893, NaN], 1e-6);
    expect(log![3]).toBe(0);
  });
});
