/** Convolutions with channels first on wasm, against TF.js's cpu back end. */
import {beforeAll, describe, expect, test} from "vitest";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";
import {expectGradient, expectLikeCpu, normal} from "./checks.js";

beforeAll(startWasm);

type Pads = [[number, number], [number, number], [number, number], [number, number]];

const cases: readonly {strides: [number, number]; pad: "same" | "valid" | number | Pads}[] = [
  {strides: [1, 1], pad: "same"},
  {strides: [2, 1], pad: "valid"},
  {strides: [1, 2], pad: 1},
  {
    strides: [2, 2],
    pad: [
      [0, 0],
      [0, 0],
      [2, 1],
      [0, 1],
    ],
  },
];

const inputs = () => {
  const random = new Random(1);
  return [normal([2, 3, 7, 6], random), normal([3, 2, 3, 4], random)] as const;
};

describe.each(cases)("strides $strides, pad $pad", ({strides, pad}) => {
  const convolved = (x: tf.Tensor, filter: tf.Tensor) =>
    tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, strides, pad, "NCHW");

  test("is what the cpu back end makes", () => expectLikeCpu(() => convolved(...inputs())));

  test("has both gradients", () =>
    expectGradient((x, filter) => convolved(x!, filter!), inputs(), 2));
});

test("with bias and activation in one", () =>
  expectLikeCpu(() => {
    const [x, filter] = inputs() as readonly tf.Tensor[] as [tf.Tensor4D, tf.Tensor4D];
    const bias = normal([4], new Random(4));
    const settings = {x, filter, bias, strides: 1, pad: "same", dataFormat: "NCHW"} as const;
    return (["linear", "relu"] as const).map((activation) =>
      tf.fused.conv2d({...settings, activation}),
    );
  }));

test("depthwise they are refused by name", () => {
  const [x, filter] = [tf.ones([1, 3, 5, 5]), tf.ones([2, 2, 3, 1])] as [tf.Tensor4D, tf.Tensor4D];
  expect(() => tf.depthwiseConv2d(x, filter, 1, "same", "NCHW")).toThrow(
    "unsupported dataFormat: NCHW for DepthwiseConv2dNative",
  );
});
