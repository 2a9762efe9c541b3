import "@tensorflow/tfjs-backend-cpu";
import {beforeAll, describe, expect, test} from "vitest";
import {Random} from "../../lib/random.js";
import * as tf from "../../lib/tf.js";
import {startWasm} from "../wasm.js";

type Shape4D = [number, number, number, number];
type Pad = "same" | "valid" | tf.backend_util.ExplicitPadding;

beforeAll(startWasm);

/** The values of `compute()` on the named back end. */
async function on(backend: string, compute: () => tf.Tensor): Promise<Float32Array> {
  await tf.setBackend(backend);
  const tensor = tf.tidy(compute);
  const values = Float32Array.from(await tensor.data());
  tensor.dispose();
  return values;
}

async function expectSame(compute: () => tf.Tensor, tolerance = 2e-5): Promise<void> {
  const [ours, reference] = [await on("wasm", compute), await on("cpu", compute)];
  expect(ours.length).toBe(reference.length);
  const scale = Math.max(1, ...reference.map(Math.abs));
  const worst = ours.reduce((most, v, i) => Math.max(most, Math.abs(v - reference[i]!)), 0);
  expect(worst / scale).toBeLessThan(tolerance);
}

interface Case {
  readonly x: Shape4D;
  readonly filter: Shape4D;
  readonly strides: [number, number];
  readonly pad: Pad;
}

function drawCase(random: Random): Case {
  const filter: Shape4D = [0, 0, 0, 0].map(() => 1 + random.integer(5)) as Shape4D;
  const x: Shape4D = [
    1 + random.integer(3),
    filter[0] + random.integer(8),
    filter[1] + random.integer(8),
    filter[2],
  ];
  const strides: [number, number] = [1 + random.integer(4), 1 + random.integer(4)];
  const side = (): [number, number] => [random.integer(4), random.integer(4)];
  const pads: Pad[] = ["same", "valid", [[0, 0], side(), side(), [0, 0]]];
  return {x, filter, strides, pad: pads[random.integer(3)]!};
}

/** Cases that chance might miss: one channel, batch 1, window smaller than stride, padding wider than the window. */
const corners: Case[] = [
  {x: [1, 1, 1, 1], filter: [1, 1, 1, 1], strides: [1, 1], pad: "valid"},
  {x: [1, 7, 5, 1], filter: [2, 2, 1, 1], strides: [3, 4], pad: "valid"},
  {x: [2, 9, 8, 2], filter: [1, 3, 2, 3], strides: [4, 2], pad: "same"},
  {
    x: [2, 4, 4, 2],
    filter: [2, 2, 2, 2],
    strides: [1, 1],
    pad: [
      [0, 0],
      [3, 3],
      [3, 2],
      [0, 0],
    ],
  },
  {
    x: [1, 5, 5, 1],
    filter: [2, 3, 1, 2],
    strides: [2, 3],
    pad: [
      [0, 0],
      [5, 0],
      [0, 4],
      [0, 0],
    ],
  },
  {x: [4, 28, 28, 1], filter: [4, 4, 1, 8], strides: [2, 2], pad: "same"},
  {x: [4, 14, 14, 8], filter: [6, 6, 8, 4], strides: [2, 2], pad: "same"},
];

const random = new Random(11);
const cases = [...corners, ...Array.from({length: 60}, () => drawCase(random))];

function tensor(shape: readonly number[], seed: number): tf.Tensor {
  return tf.tensor(new Random(seed).normals(tf.util.sizeFromShape([...shape])), [...shape]);
}

/** Both gradients of sum(c · conv2d(x, w)) with random c, flattened into one vector. */
function convolutionGradients({x, filter, strides, pad}: Case): tf.Tensor {
  const conv = (a: tf.Tensor, b: tf.Tensor) =>
    tf.conv2d(a as tf.Tensor4D, b as tf.Tensor4D, strides, pad);
  const inputs = [tensor(x, 1), tensor(filter, 2)];
  const shape = conv(inputs[0]!, inputs[1]!).shape;
  const grads = tf.grads((a, b) => conv(a as tf.Tensor, b as tf.Tensor))(inputs, tensor(shape, 3));
  return tf.concat(grads.map((grad) => tf.reshape(grad, [-1])));
}

describe("convolution gradients agree with the cpu back end", () => {
  test.each(cases)("x $x, filter $filter, strides $strides, pad $pad", async (one) => {
    await expectSame(() => convolutionGradients(one));
  });
});

test("a transposed convolution agrees with the cpu back end", async () => {
  for (const [side, stride] of [
    [4, 2],
    [6, 2],
    [3, 3],
    [5, 1],
  ] as const) {
    await expectSame(() =>
      tf.conv2dTranspose(
        tensor([2, 7, 7, 3], 1) as tf.Tensor4D,
        tensor([side, side, 4, 3], 2) as tf.Tensor4D,
        [2, 7 * stride, 7 * stride, 4],
        stride,
        "same",
      ),
    );
  }
});

test("the filter gradient is the slope of the loss", async () => {
  await tf.setBackend("wasm");
  const x = tensor([2, 6, 5, 2], 1) as tf.Tensor4D;
  const w = tensor([3, 4, 2, 3], 2);
  // Quadratic in each weight, so that a central difference is exact but for rounding.
  const loss = (filter: tf.Tensor) =>
    tf.sum(tf.square(tf.conv2d(x, filter as tf.Tensor4D, [2, 1], "same"))) as tf.Scalar;
  const slope = await tf.grad(loss)(w).data();
  const values = await w.data();
  for (const i of [0, 17, 40, 71]) {
    const at = async (h: number) => {
      const moved = Float32Array.from(values);
      moved[i]! += h;
      return (await loss(tf.tensor(moved, w.shape)).data())[0]!;
    };
    const difference = ((await at(0.25)) - (await at(-0.25))) / 0.5;
    expect(Math.abs(difference - slope[i]!)).toBeLessThan(1e-3 * Math.max(1, Math.abs(difference)));
  }
});

describe("kernels that replace slow ones agree with the cpu back end", () => {
  test.each([
    [
      [5, 7],
      [7, 3],
    ],
    [
      [2, 5, 7],
      [2, 7, 3],
    ],
    [
      [1, 5, 7],
      [4, 7, 3],
    ],
  ])("matrix product %j x %j, each way round", async (a, b) => {
    for (const [ta, tb] of [
      [false, false],
      [true, false],
      [false, true],
      [true, true],
    ] as const)
      await expectSame(() =>
        tf.matMul(tensor(ta ? swapped(a) : a, 1), tensor(tb ? swapped(b) : b, 2), ta, tb),
      );
  });

  test.each([[[0]], [[0, 1]], [[0, 1, 2]], [[0, 1, 2, 3]], [[1]], [[3]], [[0, 2]], [[-4, -3]]])(
    "sum over axes %j",
    async (axes) => {
      for (const keepDims of [false, true])
        await expectSame(() => tf.sum(tensor([3, 4, 5, 6], 1), axes, keepDims));
      await expectSame(() => tf.sum(tensor([3, 4, 5, 1], 1), axes));
    },
  );

  test("sum over many rows, by the window of the pool", async () => {
    for (const rows of [15, 16, 48, 224, 1000, 2048])
      for (const keepDims of [false, true])
        await expectSame(() => tf.sum(tensor([rows, 2, 3], 1), 0, keepDims));
    await expectSame(() => tf.sum(tensor([8, 6, 4, 5], 1), [0, 1, 2], true));
  });

  test("counting by a sum of ones stays exact", async () => {
    const ones = () => tf.sum(tf.ones([49 * 512, 3]), 0);
    expect([...(await on("wasm", ones))]).toEqual([25088, 25088, 25088]);
  });

  test("sum of integers stays exact", async () => {
    await tf.setBackend("wasm");
    const big = tf.tensor2d([2 ** 24, 1, 1, 1], [2, 2], "int32");
    expect([...(await tf.sum(big, 0).data())]).toEqual([2 ** 24 + 1, 2]);
  });

  test.each([
    [
      [1, 1, 1, 6],
      [2, 3, 4, 1],
    ],
    [
      [1, 6],
      [5, 1],
    ],
    [[6], [3]],
    [
      [2, 3],
      [2, 2],
    ],
    [
      [1, 1],
      [4, 1],
    ],
  ])("tile %j by %j", async (shape, reps) => {
    await expectSame(() => tf.tile(tensor(shape, 1), reps));
  });

  test("leaky ReLU and its gradient, at 0 and at infinity too", async () => {
    const x = () => tf.tensor1d([-2, -0, 0, 3, -Infinity, Infinity, 1e-30]);
    const y = await on("wasm", () => tf.leakyRelu(x(), 0.25));
    expect([...y]).toEqual([-0.5, -0, 0, 3, -Infinity, Infinity, Math.fround(1e-30)]);
    const slope = await on("wasm", () => tf.grad((v) => tf.leakyRelu(v as tf.Tensor1D, 0.25))(x()));
    expect([...slope]).toEqual([0.25, 0.25, 0.25, 1, 0.25, 1, 1]);
    expect(await on("wasm", () => tf.leakyRelu(tf.tensor1d([Number.NaN]), 0.25))).toEqual(
      new Float32Array([Number.NaN]),
    );
  });
});

test("installing twice registers nothing anew", async () => {
  const before = tf.getKernel("Sum", "wasm")?.kernelFunc;
  await startWasm();
  expect(tf.getKernel("Sum", "wasm")?.kernelFunc).toBe(before);
});

test("no kernel leaves a tensor behind", async () => {
  await tf.setBackend("wasm");
  const before = tf.memory().numTensors;
  for (const one of cases.slice(0, 10)) tf.dispose(tf.tidy(() => convolutionGradients(one)));
  const a = tensor([4, 6], 1);
  tf.dispose([tf.matMul(a, a, true), tf.sum(a, 0), tf.tile(a, [2, 1]), a]);
  expect(tf.memory().numTensors).toBe(before);
});

function swapped(shape: readonly number[]): number[] {
  return [...shape.slice(0, -2), shape.at(-1)!, shape.at(-2)!];
}
