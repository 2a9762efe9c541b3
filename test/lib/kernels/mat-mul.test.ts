import {beforeAll, describe, expect, test} from "vitest";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";
import {expectGradient, expectLikeCpu, normal} from "./checks.js";

beforeAll(startWasm);

const sides = [1, 2, 3, 4, 5, 7, 8, 9, 13, 16, 33];
const random = new Random(3);
const pick = () => sides[random.integer(sides.length)]!;
const cases = Array.from({length: 40}, () => ({m: pick(), n: pick(), k: pick()}));
const ways = [
  [false, false],
  [true, false],
  [false, true],
  [true, true],
] as const;

function arguments_(
  {m, n, k}: {m: number; n: number; k: number},
  [ta, tb]: readonly [boolean, boolean],
  [outerA, outerB]: readonly [number[], number[]] = [[], []],
): [tf.Tensor, tf.Tensor] {
  return [
    normal([...outerA, ...(ta ? [k, m] : [m, k])], new Random(1)),
    normal([...outerB, ...(tb ? [n, k] : [k, n])], new Random(2)),
  ];
}

describe.each(cases)("[$m, $k] by [$k, $n]", (one) => {
  test("each way round, with gradients", async () => {
    for (const way of ways)
      await expectLikeCpu(() => {
        const [a, b] = arguments_(one, way);
        const product = (x: tf.Tensor, y: tf.Tensor) => tf.matMul(x, y, ...way);
        const dy = normal([one.m, one.n], new Random(5));
        return [product(a, b), ...tf.grads(product as never)([a, b], dy)];
      });
  });

  test("with bias and activation", async () => {
    for (const activation of ["linear", "relu", "relu6", "leakyrelu", "sigmoid"] as const)
      await expectLikeCpu(() => {
        const [a, b] = arguments_(one, [false, false]);
        const bias = normal([one.n], new Random(6));
        return tf.fused.matMul({a, b, bias, activation, leakyreluAlpha: 0.1});
      });
  });
});

test.each([
  [[2], [2]],
  [[1], [4]],
  [
    [3, 2],
    [3, 2],
  ],
  [
    [3, 1],
    [1, 2],
  ],
  [[2], [1]],
])("batches %j by %j", async (outerA, outerB) => {
  for (const way of ways)
    await expectLikeCpu(() =>
      tf.matMul(...arguments_({m: 5, n: 6, k: 7}, way, [outerA, outerB]), ...way),
    );
});

test("long inner sides and many rows", async () => {
  for (const [m, n, k] of [
    [64, 10, 1568],
    [1568, 10, 64],
    [300, 1, 900],
    [3, 20, 4000],
  ] as const)
    for (const way of ways)
      await expectLikeCpu(() => tf.matMul(...arguments_({m, n, k}, way), ...way));
});

test("each value is its bias and then all products in their order, to the bit", async () => {
  await tf.setBackend("wasm");
  const random = new Random(12);
  for (let i = 0; i < 24; i++) {
    const [m, n, k] = [4 + random.integer(20), 3 + random.integer(30), 1 + random.integer(400)];
    for (const way of ways) {
      const [a, b] = arguments_({m, n, k}, way) as [tf.Tensor2D, tf.Tensor2D];
      const bias = normal([n], new Random(3));
      const [transposeA, transposeB] = way;
      const y = tf.fused.matMul({a, b, transposeA, transposeB, bias, activation: "relu"});
      expect([...y.dataSync()]).toEqual(
        inOrder(valuesAt(a, transposeA), valuesAt(b, transposeB), bias),
      );
      tf.dispose([a, b, bias, y]);
    }
  }
});

/** [rows][columns], from what lies on its side if `isTransposed`. */
function valuesAt(x: tf.Tensor2D, isTransposed: boolean): number[][] {
  const rows = x.arraySync();
  return isTransposed ? rows[0]!.map((_, j) => rows.map((row) => row[j]!)) : rows;
}

function inOrder(a: number[][], b: number[][], bias: tf.Tensor): number[] {
  const {fround} = Math;
  const starts = [...bias.dataSync()];
  return a.flatMap((row) =>
    starts.map((start, j) =>
      Math.max(
        0,
        row.reduce((sum, x, i) => fround(sum + fround(x * b[i]![j]!)), start),
      ),
    ),
  );
}

test("its gradients are slopes", async () => {
  for (const way of ways) {
    const inputs = arguments_({m: 6, n: 9, k: 5}, way);
    await expectGradient((a, b) => tf.matMul(a, b, ...way), inputs, 8);
    tf.dispose(inputs);
  }
});

test("nothing to add up gives zeros, or the bias", async () => {
  await tf.setBackend("wasm");
  const product = tf.matMul(tf.zeros([5, 0]), tf.zeros([0, 6]));
  expect([...(await product.data())]).toEqual(new Array(30).fill(0));
  product.dispose();
});
