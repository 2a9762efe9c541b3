/** Attention of several heads in one kernel. */
import {beforeAll, describe, expect, test} from "vitest";
import {attention} from "../../../lib/kernels/index.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";
import {expectClose, expectGradient, normal, valuesOn} from "./checks.js";
import {tolerances} from "./tolerances.js";

beforeAll(startWasm);

type Case = readonly [count: number, n: number, m: number, heads: number, size: number];

const random = new Random(23);
const cases: readonly Case[] = [
  [2, 49, 50, 4, 12],
  [1, 1, 1, 1, 1],
  [3, 4, 8, 2, 8],
  ...Array.from({length: 14}, (): Case => {
    const [count, n, m] = [1 + random.integer(3), 1 + random.integer(20), 1 + random.integer(20)];
    return [count, n, m, 1 + random.integer(4), 1 + random.integer(18)];
  }),
];

function inputs([count, n, m, heads, size]: Case): tf.Tensor[] {
  const random = new Random(5);
  return [n, m, m].map((rows) => normal([count, rows, heads * size], random));
}

type Compute = (...inputs: tf.Tensor[]) => tf.Tensor;

function ours(heads: number): Compute {
  return (...[query, key, value]) =>
    attention(query as tf.Tensor3D, key as tf.Tensor3D, value as tf.Tensor3D, heads);
}

/** A head at a time, by TF.js's operations alone. */
function plain(heads: number): Compute {
  return (...given) => {
    const apart = given.map((x) => (heads === 1 ? [x] : tf.split(x, heads, 2)));
    const each = Array.from({length: heads}, (_, h) => {
      const [query, key, value] = apart.map((parts) => parts[h]!);
      const scores = tf.div(tf.matMul(query!, key!, false, true), Math.sqrt(query!.shape[2]!));
      return tf.matMul(tf.softmax(scores), value!);
    });
    return heads === 1 ? each[0]! : tf.concat(each, 2);
  };
}

describe.each(cases)("%i times, %i by %i, %i heads of %i", (...one) => {
  test("is that of each head, with all gradients", async () => {
    const [count, n, , heads, size] = one;
    const compute = (f: Compute) => () => [
      f(...inputs(one)),
      ...tf.grads(f)(inputs(one), normal([count, n, heads * size], new Random(6))),
    ];
    const reference = await valuesOn("cpu", compute(plain(heads)));
    for (const backend of ["wasm", "cpu"]) {
      const values = await valuesOn(backend, compute(ours(heads)));
      for (const [i, each] of reference.entries()) expectClose(values[i]!, each, tolerances.cpu);
    }
  });
});

const small: Case = [2, 5, 6, 2, 3];

test("its gradient is that of differences", async () => {
  await expectGradient(ours(2), inputs(small), 2);
});

test("the gradient of its gradient is that of the parts", async () => {
  const [one, other] = await valuesOn("wasm", () =>
    [ours(2), plain(2)].map((f) => {
      const [query, ...others] = inputs(small);
      const gradient = tf.grad((x) => tf.square(f(x, ...others)));
      return tf.grad((x) => tf.square(gradient(x)))(query!);
    }),
  );
  expectClose(one!, other!, tolerances.cpu);
});

test("scores that are far apart are looked at alone; NaN stays with its picture and head", async () => {
  const [sure] = await valuesOn("wasm", () => {
    const query = tf.tensor3d([1e4, -1e4], [1, 2, 1]);
    return ours(1)(query, tf.tensor3d([-1, 1], [1, 2, 1]), tf.tensor3d([3, 5], [1, 2, 1]));
  });
  expect([...sure!]).toEqual([5, 3]);
  const [spoilt] = await valuesOn("wasm", () => {
    const [query, key, value] = inputs([2, 2, 3, 2, 1]);
    const values = key!.dataSync();
    values[0] = Number.NaN;
    return ours(2)(query!, tf.tensor(values, key!.shape), value!);
  });
  expect([...spoilt!].map(Number.isNaN)).toEqual([
    true,
    false,
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});

test("it is one kernel, so is its gradient, and nothing leaks", async () => {
  await tf.setBackend("wasm");
  const before = tf.memory().numTensors;
  const {kernelNames} = await tf.profile(() =>
    tf.tidy(() => void tf.grads(ours(2))(inputs(small))),
  );
  const own = kernelNames.filter((name) => /Attention|MatMul|Softmax/.test(name));
  expect(own).toEqual(["Attention", "AttentionGrad"]);
  expect(tf.memory().numTensors).toBe(before);
});

test("impossible shapes are refused", () => {
  const [query, key, value] = inputs(small) as [tf.Tensor3D, tf.Tensor3D, tf.Tensor3D];
  expect(() => attention(query, key, value, 4)).toThrow(
    new RangeError("invalid heads: 4 (expected a divisor of 6 numbers)"),
  );
  expect(() => attention(query, tf.zeros([2, 6, 5]), value, 2)).toThrow(
    new RangeError("invalid key: shape [2,6,5] (expected [2, 6, 6])"),
  );
  expect(() => attention(query, key, tf.zeros([2, 5, 6]), 2)).toThrow(
    new RangeError("invalid value: shape [2,5,6] (expected [2, 6, 6])"),
  );
});
