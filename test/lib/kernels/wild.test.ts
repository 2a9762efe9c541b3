/** One value that is no ordinary number, in pictures that minimal filtering would convolve. */
import {beforeAll, describe, expect, test} from "vitest";
import {shapeOf} from "../../../lib/kernels/convolution-shape.js";
import {heapOf} from "../../../lib/kernels/wasm/heap.js";
import {mostBits, winogradOf} from "../../../lib/kernels/wasm/winograd.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";
import {normal, valuesOn} from "./checks.js";

beforeAll(startWasm);

const shape = [3, 14, 14, 16] as const;
const window = [3, 3, 16, 32] as const;
const picture = 14 * 14;

function convolve(x: tf.Tensor, w: tf.Tensor): tf.Tensor {
  return tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, 1, "same");
}

/** x with `value` in the middle of its second picture. */
function spoilt(value: number): tf.Tensor {
  const values = new Random(1).normals(tf.util.sizeFromShape([...shape]));
  values[(picture + 7 * 14 + 7) * 16 + 3] = value;
  return tf.tensor(values, [...shape]);
}

const filter = () => normal(window, new Random(2));

test("the shape is one of minimal filtering", () => {
  const info = shapeOf(shape, window, {strides: 1, pad: "same", dataFormat: "NHWC"});
  expect(winogradOf(info)).toBeDefined();
});

describe.each([Number.NaN, Number.POSITIVE_INFINITY, 1e30, -1e30, 1e6])("%d", (value) => {
  test("shows in its own windows only, and other pictures keep their bits", async () => {
    const [y] = await valuesOn("wasm", () => convolve(spoilt(value), filter()));
    const [plain] = await valuesOn("wasm", () => convolve(spoilt(1), filter()));
    const touched = new Set<number>();
    for (const [i, v] of y!.entries()) if (!(Math.abs(v - plain![i]!) < 1e-3)) touched.add(i >> 5);
    const own = [6, 7, 8].flatMap((r) => [6, 7, 8].map((c) => picture + r * 14 + c));
    expect([...touched]).toEqual(own);
    expect(y!.slice(0, picture * 32)).toEqual(plain!.slice(0, picture * 32));
    expect(y!.slice(2 * picture * 32)).toEqual(plain!.slice(2 * picture * 32));
  });

  test("in a gradient, too", async () => {
    const gradient = (value: number) => () => {
      const dy = tf.tidy(() => tf.tile(spoilt(value), [1, 1, 1, 2]));
      return tf.grad((x) => convolve(x, filter()))(tf.ones([...shape]), dy);
    };
    const [dx] = await valuesOn("wasm", gradient(value));
    const [plain] = await valuesOn("wasm", gradient(1));
    const touched = new Set<number>();
    for (const [i, v] of dx!.entries()) if (!(Math.abs(v - plain![i]!) < 1e-3)) touched.add(i >> 4);
    expect(touched.size).toBe(9);
  });

  test("in the filter's gradient reaches the taps that see it", async () => {
    const corner = (value: number) => () => {
      const x = tf.tidy(() => {
        const values = new Random(1).normals(2 * 6 * 6 * 12);
        values[5] = value;
        return tf.tensor(values, [2, 6, 6, 12]);
      });
      const f = (w: tf.Tensor) => tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, 1, "valid");
      return tf.grad(f)(
        normal([3, 3, 12, 12], new Random(2)),
        normal([2, 4, 4, 12], new Random(3)),
      );
    };
    const [dw] = await valuesOn("wasm", corner(value));
    const [plain] = await valuesOn("wasm", corner(1));
    const touched = new Set<number>();
    for (const [i, v] of dw!.entries())
      if (!(Math.abs(v - plain![i]!) < 1e-3)) touched.add(Math.floor(i / 12));
    // Of the 9 · 12 rows of taps and channels, the first tap of the channel that it stands in.
    expect([...touched]).toEqual([5]);
  });
});

test("every value beyond 2^16 is found, wherever it is", async () => {
  await tf.setBackend("wasm");
  const heap = heapOf(tf.backend())!;
  for (const size of [1, 3, 4, 7, 8, 9, 16, 31])
    for (let at = 0; at < size; at++)
      for (const [value, first] of [
        [-65537, 1],
        [Number.NaN, 1],
        [-Infinity, 1],
        [65536, 3],
        [-65536, 3],
      ] as const) {
        const values = new Float32Array(3 * size);
        values[size + at] = value;
        const x = tf.tensor1d(values);
        expect(heap.run.firstWild(heap.at(x), 3, size, 0, mostBits)).toBe(first);
        x.dispose();
      }
});
