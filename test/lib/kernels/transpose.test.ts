import {beforeAll, expect, test} from "vitest";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";
import {expectGradient, expectLikeCpu, normal} from "./checks.js";

beforeAll(startWasm);

/** Every order of 0 to rank - 1. */
function orders(rank: number): number[][] {
  if (rank === 0) return [[]];
  return orders(rank - 1).flatMap((order) =>
    Array.from({length: rank}, (_, i) => [...order.slice(0, i), rank - 1, ...order.slice(i)]),
  );
}

test("every order of axes gives what cpu gives", async () => {
  for (const shape of [[5], [7, 9], [3, 5, 4], [2, 1, 5], [2, 3, 4, 5], [2, 3, 1, 9], [1, 3, 1, 9]])
    for (const perm of orders(shape.length)) {
      await expectLikeCpu(() => tf.transpose(normal(shape, new Random(1)), perm));
      await expectLikeCpu(() =>
        tf.transpose(tf.cast(tf.mul(normal(shape, new Random(1)), 9), "int32"), perm),
      );
    }
});

test("matrices of every size are turned", async () => {
  const random = new Random(3);
  for (let i = 0; i < 40; i++) {
    const shape = [1 + random.integer(140), 1 + random.integer(70)];
    await expectLikeCpu(() => tf.transpose(normal(shape, new Random(i))));
    await expectLikeCpu(() => tf.transpose(normal([3, ...shape], new Random(i)), [0, 2, 1]));
  }
  await expectLikeCpu(() => tf.transpose(tf.zeros([0, 3])));
  await expectLikeCpu(() => tf.transpose(tf.tensor2d([[true, false, true]], [1, 3], "bool")));
});

test("what shares its values outlives what it was made of", async () => {
  await tf.setBackend("wasm");
  const x = normal([1, 6], new Random(1));
  const [before, expected] = [tf.memory().numTensors, [...(await x.data())]];
  const y = tf.transpose(x);
  x.dispose();
  tf.fill([6], 7).dispose();
  expect([...(await y.data())]).toEqual(expected);
  y.dispose();
  expect(tf.memory().numTensors).toBe(before - 1);
});

test("the gradient is that of differences", async () => {
  await expectGradient(
    (x) => tf.square(tf.transpose(x, [0, 2, 1])),
    [normal([2, 3, 5], new Random(1))],
    2,
  );
});
