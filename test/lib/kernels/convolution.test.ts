import {beforeAll, describe, expect, test} from "vitest";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";
import {expectGradient, expectLikeCpu, normal, valuesOn} from "./checks.js";

type Shape4D = [number, number, number, number];
type Pad = "same" | "valid" | tf.backend_util.ExplicitPadding;

interface Case {
  readonly x: Shape4D;
  readonly filter: Shape4D;
  readonly strides: [number, number];
  readonly pad: Pad;
  readonly dilations: [number, number];
}

beforeAll(startWasm);

/** Each path of the kernels: one by one (1, 2), half a panel (3, 4), whole ones, and tails behind them. */
const channels = [1, 2, 3, 4, 5, 7, 8, 9, 12, 16, 19];

function drawCase(random: Random): Case {
  const pick = <T>(from: readonly T[]): T => from[random.integer(from.length)]!;
  const filter: Shape4D = [1 + random.integer(5), 1 + random.integer(5), 0, 0];
  filter[2] = pick(channels);
  filter[3] = pick(channels);
  const isDilated = random.integer(4) === 0;
  const strides: [number, number] = isDilated
    ? [1, 1]
    : [1 + random.integer(4), 1 + random.integer(4)];
  const dilations: [number, number] = isDilated
    ? [1 + random.integer(3), 1 + random.integer(3)]
    : [1, 1];
  const side = (i: 0 | 1) => dilations[i] * (filter[i] - 1) + 1 + random.integer(8);
  const zeros = (): [number, number] => [random.integer(4), random.integer(4)];
  const pads: Pad[] = ["same", "valid", [[0, 0], zeros(), zeros(), [0, 0]]];
  return {
    x: [1 + random.integer(3), side(0), side(1), filter[2]],
    filter,
    strides,
    pad: pick(pads),
    dilations,
  };
}

const plain = {strides: [1, 1], pad: "same", dilations: [1, 1]} as const;

/** Cases that chance might miss: one value, window smaller than stride, padding wider than the window, the hot ones. */
const corners: Case[] = [
  {...plain, x: [1, 1, 1, 1], filter: [1, 1, 1, 1], strides: [1, 1], dilations: [1, 1]},
  {
    ...plain,
    x: [1, 7, 5, 1],
    filter: [2, 2, 1, 1],
    strides: [3, 4],
    pad: "valid",
    dilations: [1, 1],
  },
  {...plain, x: [2, 9, 8, 2], filter: [1, 3, 2, 3], strides: [4, 2], dilations: [1, 1]},
  {
    ...plain,
    x: [2, 4, 4, 2],
    filter: [2, 2, 2, 2],
    pad: [
      [0, 0],
      [3, 3],
      [3, 2],
      [0, 0],
    ],
    strides: [1, 1],
    dilations: [1, 1],
  },
  {
    ...plain,
    x: [1, 5, 5, 1],
    filter: [2, 3, 1, 2],
    strides: [2, 3],
    pad: [
      [0, 0],
      [5, 0],
      [0, 4],
      [0, 0],
    ],
    dilations: [1, 1],
  },
  {...plain, x: [4, 28, 28, 1], filter: [4, 4, 1, 8], strides: [2, 2], dilations: [1, 1]},
  {...plain, x: [4, 14, 14, 8], filter: [6, 6, 8, 4], strides: [2, 2], dilations: [1, 1]},
  {...plain, x: [2, 6, 6, 40], filter: [1, 1, 40, 24], strides: [1, 1], dilations: [1, 1]},
];

const random = new Random(11);
const cases = [...corners, ...Array.from({length: 80}, () => drawCase(random))];

function tensors({x, filter}: Case): [tf.Tensor4D, tf.Tensor4D] {
  return [normal(x, new Random(1)) as tf.Tensor4D, normal(filter, new Random(2)) as tf.Tensor4D];
}

describe.each(cases)(
  "x $x, filter $filter, strides $strides, pad $pad, dilations $dilations",
  (one) => {
    const {strides, pad, dilations} = one;
    const convolve = (x: tf.Tensor, w: tf.Tensor) =>
      tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, strides, pad, "NHWC", dilations);

    test("forward, alone and with bias and activation", async () => {
      await expectLikeCpu(() => convolve(...tensors(one)));
      for (const activation of ["linear", "relu", "relu6", "leakyrelu"] as const)
        await expectLikeCpu(() => {
          const [x, filter] = tensors(one);
          const bias = normal([one.filter[3]], new Random(4));
          return tf.fused.conv2d({
            x,
            filter,
            strides,
            pad,
            dilations,
            bias,
            activation,
            leakyreluAlpha: 0.3,
          });
        });
    });

    // TF.js has no gradient of a dilated convolution.
    if (dilations.every((d) => d === 1))
      test("both gradients", async () => {
        await expectLikeCpu(() => {
          const inputs = tensors(one);
          const dy = normal(convolve(...inputs).shape, new Random(3));
          return tf.grads((a, b) => convolve(a as tf.Tensor, b as tf.Tensor))(inputs, dy);
        });
      });
  },
);

test("a transposed convolution agrees with the cpu back end", async () => {
  for (const [side, stride, from, to] of [
    [4, 2, 3, 4],
    [6, 2, 16, 1],
    [3, 3, 5, 2],
    [5, 1, 8, 9],
    [2, 3, 2, 3],
  ] as const)
    for (const pad of ["same", "valid"] as const) {
      const out = pad === "same" ? 7 * stride : 6 * stride + Math.max(side, stride);
      await expectLikeCpu(() =>
        tf.conv2dTranspose(
          normal([2, 7, 7, from], new Random(1)) as tf.Tensor4D,
          normal([side, side, to, from], new Random(2)) as tf.Tensor4D,
          [2, out, out, to],
          stride,
          pad,
        ),
      );
    }
});

test.each(cases.filter(({dilations}) => dilations.every((d) => d === 1)).slice(0, 12))(
  "gradients are slopes: x $x, filter $filter",
  async (one) => {
    const inputs = tensors(one);
    const f = (x: tf.Tensor, w: tf.Tensor) =>
      tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, one.strides, one.pad);
    await expectGradient(f, inputs, 5);
    tf.dispose(inputs);
  },
);

test("a convolution of channels first is left to TF.js", async () => {
  await expectLikeCpu(() =>
    tf.conv2d(
      normal([2, 6, 5, 3], new Random(1)) as tf.Tensor4D,
      normal([3, 3, 3, 4], new Random(2)) as tf.Tensor4D,
      1,
      "same",
    ),
  );
});

test("impossible shapes throw what TF.js throws", async () => {
  const errorOf = async (backend: string, run: () => tf.Tensor) => {
    await tf.setBackend(backend);
    try {
      run().dispose();
      return undefined;
    } catch (error) {
      return (error as Error).message;
    }
  };
  const x = () => tf.zeros([1, 5, 5, 2]) as tf.Tensor4D;
  const w = (ci: number) => tf.zeros([3, 3, ci, 4]) as tf.Tensor4D;
  for (const run of [
    () => tf.conv2d(x(), w(3), 1, "same"),
    () => tf.conv2d(x(), w(2), [2, 2], "same", "NHWC", [2, 2]),
    () => tf.conv2dTranspose(x(), w(2), [1, 5, 5, 3], 1, "same"),
    () => tf.matMul(tf.zeros([2, 3]), tf.zeros([2, 3])),
    () => tf.matMul(tf.zeros([2, 4, 3]), tf.zeros([3, 3, 5])),
  ]) {
    const reference = await errorOf("cpu", run);
    expect(reference, String(run)).toBeTruthy();
    expect(await errorOf("wasm", run)).toBe(reference);
  }
});

test("NaN and infinity go where arithmetic sends them", async () => {
  const picture = () => {
    const x = new Float32Array(36).fill(1);
    x[7] = Number.NaN;
    x[20] = Number.POSITIVE_INFINITY;
    return tf.tensor4d(x, [1, 6, 6, 1]);
  };
  const w = () => normal([3, 3, 1, 4], new Random(1)) as tf.Tensor4D;
  const [ours, reference] = await Promise.all([
    valuesOn("wasm", () => tf.conv2d(picture(), w(), 1, "valid")),
    valuesOn("cpu", () => tf.conv2d(picture(), w(), 1, "valid")),
  ]);
  expect(ours[0]!.map((v) => (Number.isFinite(v) ? 0 : v))).toEqual(
    reference[0]!.map((v) => (Number.isFinite(v) ? 0 : v)),
  );
});

test("no kernel leaves a tensor behind", async () => {
  await tf.setBackend("wasm");
  const before = tf.memory().numTensors;
  for (const one of corners)
    tf.tidy(() => {
      const inputs = tensors(one);
      tf.grads((a, b) => tf.conv2d(a as tf.Tensor4D, b as tf.Tensor4D, one.strides, one.pad))(
        inputs,
      );
    });
  expect(tf.memory().numTensors).toBe(before);
});
