import {beforeAll, describe, expect, test} from "vitest";
import {shapeOf} from "../../../lib/kernels/convolution-shape.js";
import {winogradOf} from "../../../lib/kernels/wasm/winograd.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";
import {expectGradient, expectLikeCpu, normal} from "./checks.js";

type Shape4D = [number, number, number, number];
type Pad = "same" | "valid" | tf.backend_util.ExplicitPadding;

interface Case {
  readonly x: Shape4D;
  readonly filter: Shape4D;
  readonly stride: number;
  readonly pad: Pad;
}

beforeAll(startWasm);

function infoOf({x, filter, stride, pad}: Case): tf.backend_util.Conv2DInfo {
  return shapeOf(x, filter, {strides: stride, pad, dataFormat: "NHWC"});
}

/** Window and stride: 2 and 3 taps a line. */
const windows = [
  [2, 1],
  [3, 1],
  [4, 2],
  [6, 2],
] as const;

function drawCase(random: Random): Case {
  const pick = <T>(from: readonly T[]): T => from[random.integer(from.length)]!;
  const [side, stride] = pick(windows);
  const wide = [12, 16, 20, 28];
  const zeros = (): [number, number] => [random.integer(4), random.integer(4)];
  const pads: Pad[] = ["same", "valid", [[0, 0], zeros(), zeros(), [0, 0]]];
  const length = () => side + random.integer(9);
  return {
    x: [1 + random.integer(3), length(), length(), pick(wide)],
    filter: [side, side, 0, pick(wide)],
    stride,
    pad: pick(pads),
  };
}

function withChannels({x, filter, ...rest}: Case): Case {
  return {...rest, x, filter: [filter[0], filter[1], x[3], filter[3]]};
}

/** Those of the reference networks, a batch that is no multiple of what is at work at once, and more. */
const corners: Case[] = [
  {x: [9, 14, 14, 16], filter: [3, 3, 16, 32], stride: 1, pad: "same"},
  {x: [14, 14, 14, 16], filter: [4, 4, 16, 32], stride: 2, pad: "same"},
  {x: [5, 14, 14, 32], filter: [6, 6, 32, 32], stride: 2, pad: "same"},
  {x: [1, 5, 29, 32], filter: [2, 2, 32, 64], stride: 1, pad: "valid"},
];

const random = new Random(21);
const drawn = Array.from({length: 90}, () => withChannels(drawCase(random)));
const cases = [...corners, ...drawn.filter((one) => winogradOf(infoOf(one)))];

test("many cases are of the kind that is tested here, with every remainder of a line", () => {
  expect(cases.length).toBeGreaterThan(30);
  for (const one of cases) expect(winogradOf(infoOf(one)), JSON.stringify(one)).toBeDefined();
  for (const taps of [2, 3]) {
    const own = cases.filter(({filter, stride}) => filter[0] / stride === taps).map(infoOf);
    const rests = new Set(own.map(({outHeight}) => outHeight % (5 - taps)));
    expect(rests.size).toBe(5 - taps);
  }
});

function tensors({x, filter}: Case): [tf.Tensor4D, tf.Tensor4D] {
  return [normal(x, new Random(1)) as tf.Tensor4D, normal(filter, new Random(2)) as tf.Tensor4D];
}

describe.each(cases)("x $x, filter $filter, stride $stride, pad $pad", (one) => {
  const {stride, pad} = one;
  const convolve = (x: tf.Tensor, w: tf.Tensor) =>
    tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, stride, pad);

  test("forward, alone and with bias and activation", async () => {
    await expectLikeCpu(() => convolve(...tensors(one)));
    await expectLikeCpu(() => {
      const [x, filter] = tensors(one);
      const bias = normal([one.filter[3]], new Random(4));
      return tf.fused.conv2d({x, filter, strides: stride, pad, bias, activation: "relu"});
    });
  });

  test("both gradients", async () => {
    await expectLikeCpu(() => {
      const inputs = tensors(one);
      const dy = normal(convolve(...inputs).shape, new Random(3));
      return tf.grads((a, b) => convolve(a as tf.Tensor, b as tf.Tensor))(inputs, dy);
    });
  });
});

test.each(cases.slice(0, 4))("gradients are slopes: x $x, filter $filter", async (one) => {
  const inputs = tensors(one);
  const f = (x: tf.Tensor, w: tf.Tensor) =>
    tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, one.stride, one.pad);
  await expectGradient(f, inputs, 5);
  tf.dispose(inputs);
});

describe("the plan", () => {
  const plain: Case = {x: [64, 14, 14, 16], filter: [4, 4, 16, 32], stride: 2, pad: "same"};
  const withFilter = (filter: Shape4D, stride = 2): Case => ({
    ...plain,
    x: [64, 14, 14, filter[2]],
    filter,
    stride,
  });

  test("is made where the products are many", () => {
    expect(winogradOf(infoOf(plain))).toBeDefined();
  });

  test.each([
    [withFilter([4, 4, 1, 32]), "one channel"],
    [withFilter([4, 4, 16, 30]), "outputs that are no multiple of four"],
    [withFilter([3, 3, 16, 32]), "a window that is no multiple of the stride"],
    [withFilter([5, 5, 16, 32], 1), "five taps"],
    [withFilter([1, 1, 16, 32], 1), "one tap"],
    [withFilter([3, 4, 16, 32], 1), "a window that is no square"],
    [withFilter([6, 6, 16, 32], 3), "a stride of three"],
  ])("is not made for $1", (one) => {
    expect(winogradOf(infoOf(one))).toBeUndefined();
  });
});

test("nothing is left behind", async () => {
  await tf.setBackend("wasm");
  const before = tf.memory().numTensors;
  for (const one of corners)
    tf.tidy(() => {
      tf.grads((a, b) => tf.conv2d(a as tf.Tensor4D, b as tf.Tensor4D, one.stride, one.pad))(
        tensors(one),
      );
    });
  expect(tf.memory().numTensors).toBe(before);
});
