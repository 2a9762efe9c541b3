import {beforeAll, describe, expect, test} from "vitest";
import {repetition} from "../../../lib/kernels/wasm/repetition.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";
import {expectGradient, expectLikeCpu, normal} from "./checks.js";

beforeAll(startWasm);

type Operation = (a: tf.Tensor, b: tf.Tensor) => tf.Tensor;

const operations: readonly [name: string, f: Operation][] = [
  ["add", tf.add],
  ["sub", tf.sub],
  ["mul", tf.mul],
  ["div", tf.div],
  ["squaredDifference", tf.squaredDifference],
  ["maximum", tf.maximum],
  ["minimum", tf.minimum],
];

const pairs: readonly [a: readonly number[], b: readonly number[]][] = [
  ...Array.from({length: 9}, (_, i): [number[], number[]] => [[11, i + 1], [i + 1]]),
  [[3, 70], [70]],
  [[2, 33], [33]],
  [
    [2, 3, 5, 6],
    [1, 1, 1, 6],
  ],
  [
    [2, 3, 5, 6],
    [2, 1, 1, 6],
  ],
  [
    [2, 3, 5, 6],
    [2, 3, 5, 1],
  ],
  [
    [2, 3, 5, 6],
    [2, 1, 1, 1],
  ],
  [
    [2, 3, 5, 6],
    [1, 3, 1, 6],
  ],
  [
    [3, 1],
    [1, 4],
  ],
  [
    [4, 1, 3],
    [4, 1, 3],
  ],
  [[7], []],
  [[2, 0], [1]],
  [[3, 1, 1], [1]],
];

describe.each(operations)("%s", (_name, f) => {
  test.each(pairs)("of %j and %j, and the other way round", async (a, b) => {
    const [x, y] = [() => away(normal(a, new Random(1))), () => away(normal(b, new Random(2)))];
    await expectLikeCpu(() => f(x(), y()));
    await expectLikeCpu(() => f(y(), x()));
  });

  test("of generated shapes", async () => {
    const random = new Random(5);
    for (let i = 0; i < 25; i++) {
      const a = Array.from({length: 1 + random.integer(4)}, () => 1 + random.integer(9));
      const b = a.map((length) => (random.integer(2) ? length : 1)).slice(random.integer(a.length));
      await expectLikeCpu(() => f(normal(a, new Random(i)), away(normal(b, new Random(i + 100)))));
    }
  });

  test("of what is no number, or none that is finite", async () => {
    const odd = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 1];
    for (const v of odd)
      for (const w of odd) await expectLikeCpu(() => f(tf.fill([5, 2], v), tf.tensor1d([w, 1])));
  });

  test("of whole numbers is TF.js's own", async () => {
    const whole = () =>
      f(tf.tensor2d([7, -3, 2, 9], [2, 2], "int32"), tf.tensor1d([2, 5], "int32"));
    await expectLikeCpu(whole);
    await tf.setBackend("wasm");
    expect(tf.tidy(() => whole().dtype)).toBe("int32");
  });

  test("of shapes that do not fit throws what TF.js throws", async () => {
    await tf.setBackend("wasm");
    expect(() => f(tf.ones([2, 3]), tf.ones([2]))).toThrow(
      "Operands could not be broadcast together with shapes 2,3 and 2.",
    );
  });
});

// TF.js's gradient of squaredDifference knows no repetition.
test.each(operations.slice(0, 4))("%s has the gradient that differences have", async (_name, f) => {
  const [a, b] = [normal([4, 3, 5], new Random(1)), away(normal([5], new Random(2)))];
  await expectGradient(f as (...inputs: tf.Tensor[]) => tf.Tensor, [a, b], 3);
});

test("broadcasts leak nothing", async () => {
  await tf.setBackend("wasm");
  const before = tf.memory().numTensors;
  tf.dispose(tf.tidy(() => tf.add(tf.ones([5, 3]), tf.ones([3]))));
  expect(tf.memory().numTensors).toBe(before);
});

/** Away from 0, which no quotient is smooth at. */
function away(x: tf.Tensor): tf.Tensor {
  return tf.tidy(() => tf.add(x, tf.mul(tf.sign(x), 0.5)));
}

test("a repetition is found where axes lie side by side, and not elsewhere", () => {
  expect(repetition([2, 3, 4], [2, 3, 4], [2, 1, 4])).toEqual({
    ...{repeated: "b", before: 2, times: 3, after: 4},
  });
  expect(repetition([2, 3, 4], [4], [2, 3, 4])).toEqual({
    ...{repeated: "a", before: 1, times: 6, after: 4},
  });
  expect(repetition([2, 1, 3, 4], [2, 1, 3, 4], [1, 1, 1, 4])).toEqual({
    ...{repeated: "b", before: 1, times: 6, after: 4},
  });
  expect(repetition([2, 3, 4], [2, 3, 4], [1, 3, 1])).toBeUndefined();
  expect(repetition([2, 3], [2, 1], [1, 3])).toBeUndefined();
});
