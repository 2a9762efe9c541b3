/** Gradients of 3-D convolutions, pooling in boxes, dilation, and paddings that TF.js gets wrong. */
import {beforeAll, describe, expect, test} from "vitest";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";
import {expectClose, expectGradient, expectLikeCpu, normal, valuesOn} from "./checks.js";
import {tolerances} from "./tolerances.js";

type Shape3D = [number, number, number];
type Shape5D = [number, number, number, number, number];

beforeAll(startWasm);

const random = new Random(5);
const side = () => 1 + random.integer(3);
const sides = (): Shape3D => [side(), side(), side()];

/** Strides no longer than the windows, where padding is "same": see below. */
function drawBoxes() {
  const [size, drawn] = [sides(), sides()];
  const pad = (["same", "valid"] as const)[random.integer(2)]!;
  const strides =
    pad === "same" ? (drawn.map((step, i) => Math.min(step, size[i]!)) as Shape3D) : drawn;
  const volume = size.map((each) => each + random.integer(4)) as Shape3D;
  return {
    x: [1 + random.integer(2), ...volume, 1 + random.integer(4)] as Shape5D,
    size,
    strides,
    pad,
  };
}

const boxes = [
  {
    x: [2, 5, 6, 4, 3] as Shape5D,
    size: [2, 2, 2] as Shape3D,
    strides: [2, 2, 2] as Shape3D,
    pad: "same" as const,
  },
  ...Array.from({length: 12}, drawBoxes),
];

describe.each(boxes)(
  "x $x, boxes of $size at steps of $strides, $pad",
  ({x, size, strides, pad}) => {
    const filters: Shape5D = [...size, x[4], 2];
    const inputs = () => [normal(x, new Random(1)), normal(filters, new Random(2))] as const;
    const convolve = (...[volume, filter]: tf.Tensor[]) =>
      tf.conv3d(volume as tf.Tensor5D, filter as tf.Tensor5D, strides, pad);

    test("both gradients of a convolution are those of the cpu back end, and slopes", async () => {
      await expectLikeCpu(() => {
        const [volume, filter] = inputs();
        const dy = normal(convolve(volume, filter).shape, new Random(3));
        return tf.grads(convolve)([volume, filter], dy);
      });
      const given = inputs();
      await expectGradient(convolve, given, 4);
      tf.dispose([...given]);
    });

    test("a transposed convolution is that of the cpu back end", async () => {
      await expectLikeCpu(() => {
        const [volume, filter] = inputs();
        const y = normal(convolve(volume, filter).shape, new Random(3)) as tf.Tensor5D;
        return tf.conv3dTranspose(y, filter as tf.Tensor5D, x, strides, pad);
      });
    });

    test("the first largest value of each box is taken, and gets its gradient", async () => {
      const pool = (volume: tf.Tensor) => tf.maxPool3d(volume as tf.Tensor5D, size, strides, pad);
      const info = tf.backend_util.computePool3DInfo(x, size, strides, 1, pad);
      // Whole numbers, so that many boxes have several largest values.
      const values = new Random(6).normals(tf.util.sizeFromShape(x)).map(Math.round);
      const dy = new Random(7).normals(tf.util.sizeFromShape(info.outShape));
      const [ours, gradient] = await valuesOn("wasm", () => {
        const volume = tf.tensor(values, x);
        return [pool(volume), tf.grad(pool)(volume, tf.tensor(dy, info.outShape))];
      });
      const expected = pooledByHand(values, dy, info);
      expectClose(ours!, expected.largest, tolerances.cpu);
      expectClose(gradient!, expected.gradient, tolerances.cpu);
    });
  },
);

/** TF.js's cpu back end takes the wrong value's gradient where the sides of a box differ (4.22), so it is no reference here. */
function pooledByHand(x: Float32Array, dy: Float32Array, info: tf.backend_util.Conv3DInfo) {
  const [n, depth, height, width, channels] = info.inShape;
  const [, p, q, r] = info.outShape;
  const {front, top, left} = info.padInfo;
  const largest: number[] = [];
  const gradient = new Float32Array(x.length);
  for (const [b, i, j, k, c] of places(n, p, q, r, channels)) {
    let [best, at] = [-Infinity, -1];
    for (const [a, e, f] of places(info.filterDepth, info.filterHeight, info.filterWidth)) {
      const z = i! * info.strideDepth + a! - front;
      const y = j! * info.strideHeight + e! - top;
      const u = k! * info.strideWidth + f! - left;
      if (z < 0 || y < 0 || u < 0 || z >= depth || y >= height || u >= width) continue;
      const index = (((b! * depth + z) * height + y) * width + u) * channels + c!;
      if (x[index]! > best) [best, at] = [x[index]!, index];
    }
    gradient[at]! += dy[largest.length]!;
    largest.push(best);
  }
  return {largest, gradient};
}

/** All whole numbers below each of `sides`, the last the fastest. */
function places(...sides: number[]): number[][] {
  const [first, ...rest] = sides;
  if (first === undefined) return [[]];
  return Array.from({length: first}, (_, i) => places(...rest).map((more) => [i, ...more])).flat();
}

describe.each([
  {x: [1, 6, 4, 2], size: [2, 3], strides: [1, 1], dilations: [1, 1], pad: "valid"},
  {x: [2, 7, 5, 3], size: [2, 3], strides: [2, 1], dilations: [1, 1], pad: "same"},
  {x: [1, 8, 9, 1], size: [3, 2], strides: [1, 1], dilations: [2, 3], pad: "valid"},
  {x: [1, 2, 6, 2], size: [3, 3], strides: [2, 2], dilations: [1, 1], pad: "same"},
] as const)("x $x dilated by $size at steps of $strides, taps $dilations apart, $pad", (one) => {
  const inputs = () => [
    normal(one.x, new Random(1)),
    normal([...one.size, one.x[3]], new Random(2)),
  ];
  const dilate = (...[x, filter]: tf.Tensor[]) =>
    tf.dilation2d(x as tf.Tensor4D, filter as tf.Tensor3D, [...one.strides], one.pad, [
      ...one.dilations,
    ]);

  test("values and both gradients are those of the cpu back end", async () => {
    await expectLikeCpu(() => {
      const given = inputs();
      const y = dilate(...given);
      return [y, ...tf.grads(dilate)(given, normal(y.shape, new Random(3)))];
    });
  });
});

test("nothing is left in memory", async () => {
  await tf.setBackend("wasm");
  const x = normal([1, 4, 5, 3, 2], new Random(1));
  const picture = normal([1, 6, 4, 2], new Random(1));
  const [filters, taps] = [
    normal([2, 2, 3, 2, 2], new Random(2)),
    normal([2, 3, 2], new Random(2)),
  ];
  const before = tf.memory();
  const convolve = (...[volume, filter]: tf.Tensor[]) =>
    tf.conv3d(volume as tf.Tensor5D, filter as tf.Tensor5D, 1, "same");
  const pool = (volume: tf.Tensor) => tf.maxPool3d(volume as tf.Tensor5D, [2, 3, 2], 1, "same");
  const dilate = (...[one, filter]: tf.Tensor[]) =>
    tf.dilation2d(one as tf.Tensor4D, filter as tf.Tensor3D, 1, "valid");
  tf.dispose([
    tf.grads(convolve)([x, filters]),
    tf.grad(pool)(x),
    tf.grads(dilate)([picture, taps]),
  ]);
  expect(tf.memory()).toMatchObject({
    numTensors: before.numTensors,
    numDataBuffers: before.numDataBuffers,
  });
  tf.dispose([x, picture, filters, taps]);
});

test("what TF.js would pad wrongly is refused by name, with what is legal", async () => {
  await tf.setBackend("wasm");
  const refused = (message: RegExp, compute: () => tf.Tensor) =>
    expect(() => tf.tidy(compute)).toThrow(message);
  const picture = () => tf.zeros([1, 6, 6, 1]) as tf.Tensor4D;
  refused(/MaxPool: 1 for windows of 3,2 at strides 1,1 \(/, () =>
    tf.maxPool(picture(), [3, 2], 1, 1),
  );
  refused(/AvgPool: 0 for windows of 2,2 at strides 1,2 \(/, () =>
    tf.avgPool(picture(), 2, [1, 2], 0),
  );
  const volume = () => tf.zeros([1, 5, 5, 5, 1]) as tf.Tensor5D;
  refused(/"same" with strides 3,3,3 for windows of 1,1,1/, () =>
    tf.maxPool3d(volume(), 1, 3, "same"),
  );
  await expectLikeCpu(() =>
    tf.maxPool(normal([1, 6, 5, 2], new Random(1)) as tf.Tensor4D, 3, 2, 1),
  );
});
