/** Products that TF.js's wasm back end has wrong or not at all: of whole numbers, and of values that come in another shape. Against TF.js's cpu back end. */
import {beforeAll, expect, test} from "vitest";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";
import {expectLikeCpu, normal} from "./checks.js";

beforeAll(startWasm);

function whole(shape: readonly number[], random: Random): tf.Tensor {
  const size = tf.util.sizeFromShape([...shape]);
  const values = Int32Array.from({length: size}, () => random.integer(2001) - 1000);
  return tf.tensor(values, [...shape], "int32");
}

test.each([
  {a: [3, 4], b: [4, 5]},
  {a: [4, 3], b: [4, 5], transposeA: true},
  {a: [3, 4], b: [5, 4], transposeB: true},
  {a: [1, 9], b: [9, 1]},
  {a: [2, 3, 2, 4], b: [2, 3, 5, 4], transposeB: true},
  {a: [4, 2], b: [3, 1, 4, 2], transposeA: true},
  {a: [2, 0], b: [0, 3]},
  {a: [0, 2], b: [2, 3]},
])("$a by $b", ({a, b, transposeA = false, transposeB = false}) =>
  expectLikeCpu(() => {
    const random = new Random(1);
    const y = tf.matMul(whole(a, random), whole(b, random), transposeA, transposeB);
    expect(y.dtype).toBe("int32");
    return y;
  }, 1e-12),
);

test("matrices of unlike numbers meet as their places say", async () => {
  const random = new Random(1);
  const [a, b] = [whole([2, 1, 2, 4], random), whole([3, 4, 2], random)];
  const y = tf.matMul(a, b);
  expect(y.shape).toEqual([2, 3, 2, 2]);
  for (const [i, left] of tf.unstack(tf.reshape(a, [2, 2, 4])).entries())
    for (const [j, right] of tf.unstack(b).entries())
      expect(await tf.slice(y, [i, j], [1, 1]).data()).toEqual(await tf.matMul(left, right).data());
});

test("the same values in another shape are another matrix", () =>
  expectLikeCpu(() => {
    const random = new Random(3);
    const b = normal([6], random);
    const sides = [2, 6, 1, 3, 2];
    return sides.map((k) => tf.matMul(normal([2, k], random), tf.reshape(b, [k, 6 / k])));
  }));

test("with a bias, and what is below 0 cut off", () =>
  expectLikeCpu(() => {
    const random = new Random(2);
    const [a, b, bias] = [whole([3, 4], random), whole([4, 5], random), whole([5], random)];
    return (["linear", "relu"] as const).map((activation) =>
      tf.fused.matMul({a, b, bias, activation}),
    );
  }, 1e-12));

test("what is too large for 32 bits wraps around", async () => {
  const large = tf.tensor2d([2 ** 30, 2 ** 30, 3, 5], [1, 4], "int32");
  const y = tf.matMul(large, tf.tensor2d([2, 3, 7, -11], [4, 1], "int32"));
  const exact = 2n * 2n ** 30n + 3n * 2n ** 30n + 21n - 55n;
  expect([...(await y.data())]).toEqual([Number(BigInt.asIntN(32, exact))]);
});

test("another activation is refused by name", () => {
  const a = tf.ones([2, 2], "int32");
  expect(() =>
    tf.fused.matMul({a: a as tf.Tensor2D, b: a as tf.Tensor2D, activation: "elu"}),
  ).toThrow("unsupported activation: elu of int32 numbers (linear or relu)");
});
