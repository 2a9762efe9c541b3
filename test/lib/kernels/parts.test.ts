import {beforeAll, expect, test} from "vitest";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";
import {expectGradient, expectLikeCpu, normal} from "./checks.js";

beforeAll(startWasm);

/** Shapes of rank 1 to 5 with axes of length 1 to 7. */
function shapes(count: number, seed: number): number[][] {
  const random = new Random(seed);
  return Array.from({length: count}, () =>
    Array.from({length: 1 + random.integer(5)}, () => 1 + random.integer(7)),
  );
}

test("slices are those of cpu, of floats and of whole numbers", async () => {
  const random = new Random(1);
  for (const [seed, shape] of shapes(60, 2).entries()) {
    const begin = shape.map((length) => (random.integer(2) ? random.integer(length) : 0));
    const size = shape.map((length, i) =>
      random.integer(2) ? 1 + random.integer(length - begin[i]!) : -1,
    );
    await expectLikeCpu(() => tf.slice(normal(shape, new Random(seed)), begin, size));
    const whole = () => tf.cast(tf.mul(normal(shape, new Random(seed)), 9), "int32");
    await expectLikeCpu(() => tf.slice(whole(), begin, size));
  }
  await expectLikeCpu(() => tf.slice(tf.ones([3, 2]), [1, 0], [0, 2]));
  await expectLikeCpu(() => tf.slice(tf.tensor1d([true, false, true], "bool"), [1], [2]));
});

test("parts of a split are those of cpu, and joined again they are the whole", async () => {
  for (const [seed, shape] of shapes(40, 3).entries())
    for (const axis of shape.keys()) {
      const x = () => normal(shape, new Random(seed));
      const first = seed % shape[axis]!;
      const sizes = first > 0 ? [first, shape[axis]! - first] : [shape[axis]!];
      await expectLikeCpu(() => tf.split(x(), sizes, axis));
      await expectLikeCpu(() => tf.split(x(), shape[axis]!, axis));
      await expectLikeCpu(() => tf.concat([x(), tf.neg(x()), tf.slice(x(), 0)], axis));
      await expectLikeCpu(() => tf.sub(tf.concat(tf.split(x(), sizes, axis), axis), x()));
    }
  await expectLikeCpu(() => tf.concat([tf.zeros([2, 0]), tf.ones([2, 3]), tf.ones([2, 2])], 1));
  await expectLikeCpu(() => tf.concat([tf.zeros([0, 2]), tf.zeros([0, 2])], 1));
  await expectLikeCpu(() => tf.concat([tf.tensor1d([true]), tf.tensor1d([false])]));
});

test("frames are those of cpu, of every value", async () => {
  const random = new Random(4);
  for (const [seed, shape] of shapes(40, 5).entries()) {
    if (shape.length > 4) continue;
    const widths = shape.map((): [number, number] => [random.integer(3), random.integer(3)]);
    const value = [0, 1.5, Number.NEGATIVE_INFINITY][seed % 3]!;
    await expectLikeCpu(() => tf.pad(normal(shape, new Random(seed)), widths, value));
  }
});

test("shapes that do not fit throw what TF.js throws", async () => {
  await tf.setBackend("wasm");
  const x = tf.ones([3, 4]);
  expect(() => tf.slice(x, [2, 0], [2, 4])).toThrow("would overflow input.shape[0] (3)");
  expect(() => tf.split(x, 2, 0)).toThrow("Number of splits must evenly divide the axis.");
  expect(() => tf.concat([x, tf.ones([2, 4])], 1)).toThrow("does not match the shape of the rest");
});

test("gradients are those of differences, and nothing leaks", async () => {
  const x = normal([2, 3, 5], new Random(1));
  await expectGradient((v) => tf.square(tf.slice(v, [0, 1, 1], [2, 2, 3])), [x], 2);
  await expectGradient((v) => tf.square(tf.concat([v, tf.mul(v, 2)], 2)), [x], 2);
  await expectGradient(
    (v) =>
      tf.square(
        tf.pad(v, [
          [1, 0],
          [0, 2],
          [1, 1],
        ]),
      ),
    [x],
    2,
  );
  const before = tf.memory().numTensors;
  tf.tidy(
    () =>
      void tf.grad((v) =>
        tf.concat(
          tf.split(
            tf.pad(v, [
              [1, 0],
              [0, 2],
              [1, 0],
            ]),
            2,
            2,
          ),
          1,
        ),
      )(x),
  );
  expect(tf.memory().numTensors).toBe(before);
});
