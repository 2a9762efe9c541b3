import {beforeAll, describe, expect, test} from "vitest";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";
import {expectGradient, expectLikeCpu, normal} from "./checks.js";

type Shape4D = [number, number, number, number];
type Pad = "same" | "valid" | tf.backend_util.ExplicitPadding;
type Pool = (x: tf.Tensor) => tf.Tensor;

interface Case {
  readonly x: Shape4D;
  readonly size: [number, number];
  readonly strides: [number, number];
  readonly pad: Pad;
}

beforeAll(startWasm);

function drawCase(random: Random): Case {
  const size: [number, number] = [1 + random.integer(4), 1 + random.integer(4)];
  const side = (i: 0 | 1) => size[i] + random.integer(8);
  const border = (i: 0 | 1): [number, number] => [random.integer(size[i]), random.integer(size[i])];
  const pads: Pad[] = ["same", "valid", [[0, 0], border(0), border(1), [0, 0]]];
  return {
    x: [1 + random.integer(3), side(0), side(1), 1 + random.integer(10)],
    size,
    strides: [1 + random.integer(4), 1 + random.integer(4)],
    pad: pads[random.integer(3)]!,
  };
}

const random = new Random(21);
const cases: Case[] = [
  {x: [1, 1, 1, 1], size: [1, 1], strides: [1, 1], pad: "same"},
  {x: [2, 28, 28, 16], size: [2, 2], strides: [2, 2], pad: "valid"},
  {x: [2, 7, 7, 32], size: [3, 3], strides: [2, 2], pad: "same"},
  ...Array.from({length: 40}, () => drawCase(random)),
];

/** Whole numbers, so that many windows have several largest values. */
function pictures({x}: Case): tf.Tensor4D {
  return tf.round(normal(x, new Random(1))) as tf.Tensor4D;
}

function gradient(pool: Pool, x: tf.Tensor): tf.Tensor {
  return tf.grad(pool)(x, normal(pool(x).shape, new Random(2)));
}

describe.each(cases)("x $x in windows of $size at steps of $strides, padded $pad", (one) => {
  const {size, strides, pad} = one;
  const max: Pool = (x) => tf.maxPool(x as tf.Tensor4D, size, strides, pad);
  const average: Pool = (x) => tf.avgPool(x as tf.Tensor4D, size, strides, pad);

  test("the first largest value of each window gets its gradient", async () => {
    await expectLikeCpu(() => [max(pictures(one)), gradient(max, pictures(one))]);
  });

  test("the values of each window share its gradient equally", async () => {
    await expectLikeCpu(() => average(pictures(one)));
    // At a border TF.js's cpu back end divides by the whole window forward and backward differently: see below.
    if (pad === "valid") await expectLikeCpu(() => gradient(average, pictures(one)));
    const x = pictures(one);
    await expectGradient(average, [x], 3);
    x.dispose();
  });
});

test("the gradient of a largest value is a slope, where no two values are near each other", async () => {
  const shuffled = new Random(4).permutation(2 * 6 * 7 * 5);
  const x = tf.tensor4d(Float32Array.from(shuffled), [2, 6, 7, 5]);
  await expectGradient((x) => tf.maxPool(x as tf.Tensor4D, [3, 2], [2, 1], "same"), [x], 5);
  x.dispose();
});

test("windows without a number above minus infinity hand on nothing, and NaN is never the largest", async () => {
  for (const value of [-Infinity, Number.NaN])
    await expectLikeCpu(() => {
      const x = tf.tensor4d([value, value, 1, value, value, value, 2, 3], [1, 2, 4, 1]);
      const max: Pool = (x) => tf.maxPool(x as tf.Tensor4D, 2, 2, "same");
      return [max(x), gradient(max, x)];
    });
});

test("impossible windows throw what TF.js throws, and nothing leaks", async () => {
  await tf.setBackend("wasm");
  const before = tf.memory().numTensors;
  tf.tidy(() => {
    const x = tf.zeros<tf.Rank.R4>([1, 4, 4, 1]);
    const dy = tf.zeros<tf.Rank.R4>([1, 3, 3, 1]);
    expect(() => tf.maxPool(x, 2, 2, 0.5, "floor")).toThrow(/pad must be an integer/);
    expect(() =>
      tf.maxPool(tf.zeros<tf.Rank.R1>([4]) as unknown as tf.Tensor4D, 2, 2, "same"),
    ).toThrow(/rank/);
    const max: Pool = (x) => tf.maxPool(x as tf.Tensor4D, 2, 2, "same");
    expect(() => tf.grad(max)(x, dy)).toThrow(/dy/);
    gradient(max, x);
  });
  expect(tf.memory().numTensors).toBe(before);
});
