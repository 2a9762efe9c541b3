import {beforeAll, describe, expect, test} from "vitest";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";
import {expectGradient, expectLikeCpu, normal} from "./checks.js";

type Pair = [number, number];
type Shape4D = [number, number, number, number];
type Pad = "same" | "valid" | tf.backend_util.ExplicitPadding;

interface Case {
  readonly x: Shape4D;
  readonly filter: Shape4D;
  readonly strides: Pair;
  readonly pad: Pad;
  readonly dilations: Pair;
}

beforeAll(startWasm);

function drawCase(random: Random): Case {
  const some = (from: number, count: number): Pair => [
    from + random.integer(count),
    from + random.integer(count),
  ];
  const isDilated = random.integer(3) === 0;
  const dilations: Pair = isDilated ? some(1, 3) : [1, 1];
  const strides: Pair = isDilated ? [1, 1] : some(1, 3);
  const [kh, kw] = some(1, 4);
  const channels = 1 + random.integer(17);
  const side = (i: 0 | 1) => dilations[i] * ([kh, kw][i]! - 1) + 1 + random.integer(8);
  const pads: Pad[] = ["same", "valid", [[0, 0], some(0, 3), some(0, 3), [0, 0]]];
  return {
    x: [1 + random.integer(3), side(0), side(1), channels],
    filter: [kh, kw, channels, 1 + random.integer(4)],
    strides,
    pad: pads[random.integer(3)]!,
    dilations,
  };
}

const random = new Random(31);
const corners: Pick<Case, "x" | "filter">[] = [
  {x: [1, 1, 1, 1], filter: [1, 1, 1, 1]},
  {x: [1, 5, 5, 1], filter: [3, 3, 1, 6]},
  {x: [3, 14, 14, 32], filter: [3, 3, 32, 1]},
  {x: [2, 5, 4, 9], filter: [4, 2, 9, 1]},
];
const cases: Case[] = [
  ...corners.map((one): Case => ({...one, strides: [1, 1], pad: "same", dilations: [1, 1]})),
  ...Array.from({length: 50}, () => drawCase(random)),
];

function tensors({x, filter}: Case): [tf.Tensor4D, tf.Tensor4D] {
  return [normal(x, new Random(1)) as tf.Tensor4D, normal(filter, new Random(2)) as tf.Tensor4D];
}

function run(name: string, inputs: tf.NamedTensorMap, attributes: object): tf.Tensor {
  return tf.engine().runKernel(name, inputs, attributes as tf.NamedAttrMap);
}

async function dot(a: tf.Tensor, b: tf.Tensor): Promise<number> {
  const [x, y] = [await a.data<"float32">(), await b.data<"float32">()];
  return x.reduce((total, value, i) => total + value * y[i]!, 0);
}

describe.each(cases)(
  "x $x, filter $filter, strides $strides, pad $pad, dilations $dilations",
  (one) => {
    const {strides, pad, dilations} = one;
    const convolve = (x: tf.Tensor, w: tf.Tensor) =>
      tf.depthwiseConv2d(x as tf.Tensor4D, w as tf.Tensor4D, strides, pad, "NHWC", dilations);

    test("forward", async () => {
      await expectLikeCpu(() => convolve(...tensors(one)));
    });

    // TF.js refuses the gradient of a dilated one.
    if (dilations.every((d) => d === 1))
      test("both gradients", async () => {
        await expectLikeCpu(() => {
          const inputs = tensors(one);
          const dy = normal(convolve(...inputs).shape, new Random(3));
          return tf.grads((a, b) => convolve(a as tf.Tensor, b as tf.Tensor))(inputs, dy);
        });
      });

    // y is linear in x and in W: dy · y = dx · x = dW · W, whatever dy.
    test("the gradients are its transposes", async () => {
      await tf.setBackend("wasm");
      const [x, filter] = tensors(one);
      const y = convolve(x, filter);
      const dy = normal(y.shape, new Random(3));
      const attributes = {strides, pad, dilations, inputShape: x.shape, filterShape: filter.shape};
      const dx = run("DepthwiseConv2dNativeBackpropInput", {dy, filter}, attributes);
      const dFilter = run("DepthwiseConv2dNativeBackpropFilter", {x, dy}, attributes);
      const expected = await dot(dy, y);
      const scale = 1e-5 * Math.sqrt(y.size) * filter.size;
      expect(Math.abs((await dot(dx, x)) - expected)).toBeLessThan(scale);
      expect(Math.abs((await dot(dFilter, filter)) - expected)).toBeLessThan(scale);
      tf.dispose([x, filter, y, dy, dx, dFilter]);
    });
  },
);

test("the gradients are slopes", async () => {
  const inputs = tensors({x: [2, 6, 5, 5], filter: [3, 2, 5, 2]} as Case);
  await expectGradient(
    (x, w) => tf.depthwiseConv2d(x as tf.Tensor4D, w as tf.Tensor4D, [2, 1], "same"),
    inputs,
    6,
  );
  tf.dispose(inputs);
});

test("impossible shapes throw what TF.js throws, and nothing leaks", async () => {
  await tf.setBackend("wasm");
  const before = tf.memory().numTensors;
  tf.tidy(() => {
    const x = tf.zeros<tf.Rank.R4>([1, 5, 5, 2]);
    expect(() => tf.depthwiseConv2d(x, tf.zeros([3, 3, 3, 1]), 1, "same")).toThrow(
      /number of input channels \(2\)/,
    );
    expect(() =>
      tf.depthwiseConv2d(x, tf.zeros([3, 3, 2, 1]), [2, 2], "same", "NHWC", [2, 2]),
    ).toThrow(/strides or dilations must be/);
  });
  expect(tf.memory().numTensors).toBe(before);
});
