/** Layer normalisation with a scale and a shift of each picture's own. */
import {beforeAll, describe, expect, test} from "vitest";
import {modulatedNorm} from "../../../lib/kernels/index.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";
import {expectClose, expectGradient, normal, valuesOn} from "./checks.js";
import {tolerances} from "./tolerances.js";

beforeAll(startWasm);

const epsilon = 1e-5;

const random = new Random(19);
const cases: readonly number[][] = [
  [3, 49, 48],
  [2, 100, 6],
  [1, 1],
  [2, 3, 1],
  ...Array.from({length: 14}, () => [
    ...Array.from({length: 1 + random.integer(3)}, () => 1 + random.integer(9)),
    1 + random.integer(30),
  ]),
];

/** x, scale, shift */
function inputs(shape: readonly number[]): tf.Tensor[] {
  const random = new Random(shape.length);
  const row = [shape[0]!, shape.at(-1)!];
  return [shape, row, row].map((each) => normal(each, random));
}

function ours(...[x, scale, shift]: tf.Tensor[]): tf.Tensor {
  return modulatedNorm(x!, {scale: scale!, shift: shift!, epsilon});
}

/** By TF.js's operations alone. */
function plain(...[x, scale, shift]: tf.Tensor[]): tf.Tensor {
  const row = [x!.shape[0]!, ...x!.shape.slice(1, -1).map(() => 1), x!.shape.at(-1)!];
  const centred = tf.sub(x!, tf.mean(x!, -1, true));
  const deviation = tf.sqrt(tf.add(tf.mean(tf.square(centred), -1, true), epsilon));
  const scaled = tf.mul(tf.div(centred, deviation), tf.reshape(scale!, row));
  return tf.add(scaled, tf.reshape(shift!, row));
}

describe.each(cases.map((shape) => ({shape})))("x [$shape]", ({shape}) => {
  test("is the modulated norm, with its gradients", async () => {
    const compute = (f: typeof ours) => () => [
      f(...inputs(shape)),
      ...tf.grads(f)(inputs(shape), normal(shape, new Random(4))),
    ];
    const reference = await valuesOn("cpu", compute(plain));
    for (const backend of ["wasm", "cpu"]) {
      const values = await valuesOn(backend, compute(ours));
      for (const [i, each] of reference.entries())
        expectClose(values[i]!, each, shape.at(-1) === 1 ? 1e-3 : tolerances.cpu);
    }
  });
});

const small = [2, 5, 7];

test("its gradient is that of differences", async () => {
  await expectGradient(ours, inputs(small), 2);
});

test("the gradient of its gradient is that of the parts", async () => {
  const [one, other] = await valuesOn("wasm", () =>
    [ours, plain].map((f) => {
      const [x, ...others] = inputs(small);
      const gradient = tf.grad((x) => tf.square(f(x, ...others)));
      return tf.grad((x) => tf.square(gradient(x)))(x!);
    }),
  );
  expectClose(one!, other!, tolerances.cpu);
});

test("a large mean costs the digits of its own rounding alone, and NaN stays in its row", async () => {
  const [far, near] = await valuesOn("wasm", () => {
    const [x, scale, shift] = inputs(small);
    const whole = tf.round(tf.mul(x!, 8));
    return [tf.add(whole, 4096), whole].map((each) => ours(each, scale!, shift!));
  });
  expectClose(far!, near!, 1e-4);
  const [spoilt] = await valuesOn("wasm", () =>
    ours(tf.tensor([Number.NaN, 1, 2, 3], [1, 2, 2]), tf.ones([1, 2]), tf.zeros([1, 2])),
  );
  expect([...spoilt!].map(Number.isNaN)).toEqual([true, true, false, false]);
});

test("it is one kernel, so is its gradient, and nothing leaks", async () => {
  await tf.setBackend("wasm");
  const before = tf.memory().numTensors;
  const {kernelNames} = await tf.profile(() => tf.tidy(() => void tf.grads(ours)(inputs(small))));
  const own = kernelNames.filter((name) => name.includes("Norm"));
  expect(own).toEqual(["ModulatedNorm", "ModulatedNormGrad"]);
  expect(tf.memory().numTensors).toBe(before);
});

test("impossible shapes are refused", () => {
  const [x, scale, shift] = inputs([2, 3, 6]) as [tf.Tensor, tf.Tensor, tf.Tensor];
  expect(() => modulatedNorm(x, {scale: tf.ones([6]), shift, epsilon})).toThrow(
    new RangeError("invalid scale: shape [6] (expected [2,6])"),
  );
  expect(() => modulatedNorm(x, {scale, shift: tf.ones([3, 6]), epsilon})).toThrow(
    new RangeError("invalid shift: shape [3,6] (expected [2,6])"),
  );
  expect(() => modulatedNorm(tf.zeros([0, 6]), {scale, shift, epsilon})).toThrow(
    new RangeError("invalid x: shape [0,6] (expected [n, .., C], not empty)"),
  );
});
