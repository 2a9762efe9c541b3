import {beforeAll, expect, test} from "vitest";
import {shuffled} from "../../../lib/models/sub-pixel.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";

beforeAll(startWasm);

test("four numbers of a place become two lines of two", async () => {
  const made = tf.tidy(() => shuffled(tf.tensor4d([1, 2, 3, 4, 5, 6, 7, 8], [1, 1, 2, 4]), 2));
  expect(made.shape).toEqual([1, 2, 4, 1]);
  expect([...(await made.data())]).toEqual([1, 2, 5, 6, 3, 4, 7, 8]);
  made.dispose();
});

test.each([2, 3])("is TF.js's own order of channels, at a factor of %d", async (factor) => {
  const shape = [2, 3, 4, 3 * factor ** 2] as const;
  const values = new Random(1).normals(shape.reduce((a, b) => a * b));
  const [ours, theirs] = tf.tidy(() => {
    const x = tf.tensor4d(values, [...shape]);
    return [shuffled(x, factor), tf.depthToSpace(x, factor, "NHWC")];
  });
  expect(ours.shape).toEqual(theirs.shape);
  expect(await ours.data()).toEqual(await theirs.data());
  tf.dispose([ours, theirs]);
});

test("the slope of a pixel comes back to the number that it was", async () => {
  const [picked, slope] = tf.tidy(() => {
    const weights = tf.tensor4d(
      Float32Array.from({length: 16}, (_, i) => i),
      [1, 4, 4, 1],
    );
    const of = tf.grad((x: tf.Tensor) => tf.sum(tf.mul(shuffled(x, 2), weights)));
    const x = tf.zeros([1, 2, 2, 4]);
    return [tf.reshape(shuffled(of(x), 2), [-1]), of(x)];
  });
  expect(slope.shape).toEqual([1, 2, 2, 4]);
  expect([...(await picked.data())]).toEqual(Array.from({length: 16}, (_, i) => i));
  tf.dispose([picked, slope]);
});

test("a depth that is no multiple is refused", () => {
  expect(() => tf.tidy(() => shuffled(tf.zeros([1, 2, 2, 6]), 2))).toThrow(
    "invalid depth: 6 (a multiple of 4)",
  );
});
