/** Shapes that are empty, or cannot be: as TF.js has them, or refused, and never outside of what was allocated. */
import {beforeAll, describe, expect, test} from "vitest";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";
import {normal as anyNormal, expectClose, expectLikeCpu, valuesOn} from "./checks.js";

beforeAll(startWasm);

type Shape4D = [number, number, number, number];

const ones = (...shape: Shape4D) => tf.ones<tf.Rank.R4>(shape);
const normal = (shape: readonly number[], random: Random) =>
  anyNormal(shape, random) as tf.Tensor4D;

describe("sums", () => {
  test("of every last size are right", async () => {
    for (let size = 1; size <= 70; size++) {
      const [sums] = await valuesOn("wasm", () => tf.sum(tf.ones([2, 2, 4, size]), [0, 2]));
      expect(sums!.every((value) => value === 8)).toBe(true);
      await expectLikeCpu(() => tf.moments(normal([40, size], new Random(size)), 0).variance);
    }
  });

  test.each([
    [[3, 0], 0],
    [[3, 0], 1],
    [[0, 3], 0],
    [
      [2, 0, 3],
      [0, 2],
    ],
    [[0], 0],
  ])("of %j over %j end", async (shape, axes) => {
    await expectLikeCpu(() => [tf.sum(tf.zeros(shape), axes), tf.mean(tf.zeros(shape), axes)]);
  });

  test("for the bias of no units end", async () => {
    const f = (x: tf.Tensor, bias: tf.Tensor) => tf.add(x, bias);
    await expectLikeCpu(() => tf.grads(f)([tf.zeros([4, 0]), tf.zeros([0])], tf.zeros([4, 0])));
  });
});

describe("nothing", () => {
  test("is looked up: the gradient is zero", async () => {
    const none = () => tf.tensor1d([], "int32");
    await expectLikeCpu(() => tf.grad((x) => tf.gather(x, none()))(tf.ones([50, 70])));
    await expectLikeCpu(() => tf.unsortedSegmentSum(tf.ones([0, 70]), none(), 50));
  });

  test.each([
    [
      [0, 5, 5, 2],
      [3, 3, 2, 3],
    ],
    [
      [2, 5, 5, 0],
      [3, 3, 0, 3],
    ],
    [
      [2, 5, 5, 2],
      [3, 3, 2, 0],
    ],
    [
      [2, 0, 5, 2],
      [3, 3, 2, 3],
    ],
    [
      [1, 3, 3, 2],
      [4, 4, 2, 3],
    ],
  ] as [Shape4D, Shape4D][])("is convolved: %j with %j", async (x, filter) => {
    for (const pad of ["same", "valid"] as const) {
      const f = (a: tf.Tensor, b: tf.Tensor) =>
        tf.conv2d(a as tf.Tensor4D, b as tf.Tensor4D, 1, pad);
      await expectLikeCpuOrThrows(() => [
        f(tf.ones(x), tf.ones(filter)),
        ...tf.grads(f)([tf.ones(x), tf.ones(filter)]),
      ]);
    }
  });

  async function expectLikeCpuOrThrows(compute: () => tf.Tensor[]): Promise<void> {
    const cpu = await valuesOn("cpu", compute).catch(() => undefined);
    if (cpu) await expectLikeCpu(compute);
    else await expect(valuesOn("wasm", compute)).rejects.toThrow();
  }
});

describe("windows that do not fit are refused", () => {
  const filter = () => ones(5, 5, 2, 3);
  const negative = /Tensor must have a shape comprised of positive integers but got shape \[.*-\d/;

  test.each([
    ["convolution", () => tf.conv2d(ones(1, 3, 3, 2), filter(), 1, "valid")],
    [
      "convolution with bias",
      () => tf.fused.conv2d({x: ones(1, 3, 3, 2), filter: filter(), strides: 1, pad: "valid"}),
    ],
    [
      "depthwise convolution",
      () =>
        tf.depthwiseConv2d(
          ...([ones(3, 13, 3, 12), ones(5, 1, 12, 2), 1, 1] as const),
          ...(["NHWC", 3, "floor"] as const),
        ),
    ],
  ] as [string, () => tf.Tensor][])("%s", async (_name, compute) => {
    await expect(valuesOn("wasm", compute)).rejects.toThrow(negative);
  });

  test.each([
    [9, 9],
    [2, 4],
    [5, 6],
  ])("transposed convolution of 3 x 3 to %d x %d", async (h, w) => {
    const compute = () =>
      tf.conv2dTranspose(ones(1, 3, 3, 2), ones(3, 3, 4, 2), [1, h, w, 4], 1, "same");
    await expect(valuesOn("wasm", compute)).rejects.toThrow(
      `Error in Conv2DBackpropInput: dy is not of the shape of the result. Shapes 1,3,3,2 and 1,${h},${w},2 must match`,
    );
  });

  test("but of what is larger than a transposed convolution needs, it takes the part", async () => {
    const x = () => normal([1, 8, 8, 8], new Random(1));
    for (const pad of ["same", "valid"] as const)
      await expectLikeCpu(() =>
        tf.conv2dTranspose(x(), normal([3, 3, 8, 8], new Random(2)), [1, 4, 5, 8], 1, pad),
      );
  });

  test("steps that are no whole numbers, too", async () => {
    const compute = () => tf.conv2d(ones(1, 9, 9, 2), filter(), 1.5, "valid");
    await expect(valuesOn("wasm", compute)).rejects.toThrow("must be whole numbers above 0");
  });
});

/** TF.js's gradients forget the rounding. The windows are those of a picture with so many zeros more at the end. */
test.each([
  ["conv2d", tf.conv2d, [3, 3, 2, 4]],
  ["depthwiseConv2d", tf.depthwiseConv2d, [3, 3, 2, 2]],
] as const)("the gradients of %s with sides rounded up", async (_name, f, filter) => {
  const [x, w] = [normal([2, 8, 6, 2], new Random(1)), normal(filter, new Random(2))];
  const gradients = (end: number, rounding: "ceil" | "floor") => () => {
    const pad: tf.backend_util.ExplicitPadding = [
      [0, 0],
      [0, end],
      [1, end],
      [0, 0],
    ];
    const g = (a: tf.Tensor, b: tf.Tensor) =>
      f(a as tf.Tensor4D, b as tf.Tensor4D, 2, pad, "NHWC", 1, rounding) as tf.Tensor;
    return tf.grads(g)(
      [x, w],
      normal([2, 4, 3, filter[3] * (f === tf.conv2d ? 1 : 2)], new Random(3)),
    );
  };
  const [up, longer] = [
    await valuesOn("wasm", gradients(0, "ceil")),
    await valuesOn("wasm", gradients(1, "floor")),
  ];
  for (const [i, values] of up.entries()) expectClose(values, longer[i]!, 1e-6);
});

test("padding below zero cuts the picture off, with gradient", async () => {
  for (const channels of [2, 12]) {
    const f = (a: tf.Tensor, b: tf.Tensor) =>
      tf.conv2d(a as tf.Tensor4D, b as tf.Tensor4D, 1, [
        [0, 0],
        [-1, 3],
        [-2, 4],
        [0, 0],
      ]);
    await expectLikeCpu(() =>
      tf.grads(f)([
        normal([2, 6, 7, channels], new Random(1)),
        normal([3, 3, channels, 12], new Random(2)),
      ]),
    );
  }
});

test.each([[[1]], [[]], [[1, 12]], [[12]]])("a bias of %j is repeated", async (shape) => {
  const bias = () => normal(shape, new Random(4));
  await expectLikeCpu(() =>
    tf.fused.conv2d({
      ...{x: normal([1, 6, 6, 12], new Random(1)), strides: 1, pad: "same"},
      ...{filter: normal([3, 3, 12, 12], new Random(2)), bias: bias()},
    }),
  );
});
