import {beforeAll, expect, test} from "vitest";
import {
  adapted,
  factorNumbers,
  factorSlopes,
  firstFactors,
  matrixShape,
  possibleRank,
} from "../../../lib/models/low-rank.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";

beforeAll(startWasm);

const shape = [3, 3, 2, 5] as const;
const random = new Random(1);
const normal = (size: number) => random.normals(size);
const kernel = () => tf.tensor(normal(90), [...shape]);
/** Factors of which neither is 0. */
const factors = (rank: number) => ({
  a: tf.tensor2d(normal(18 * rank), [18, rank]),
  b: tf.tensor2d(normal(rank * 5), [rank, 5]),
});

test("a kernel is a matrix of its windows and inputs by its outputs", () => {
  expect(matrixShape(shape)).toEqual([18, 5]);
  expect(factorNumbers(shape, 2)).toBe(2 * (18 + 5));
  expect(possibleRank(shape, 16)).toBe(5);
  expect(factorNumbers(shape, 16)).toBe(5 * (18 + 5));
  for (const rank of [-1, 1.5, Number.NaN])
    expect(() => possibleRank(shape, rank)).toThrow(/invalid rank/);
});

test("first factors, a strength of 0 and a rank of 0 leave the kernel as it is, to the bit", async () => {
  const rest = kernel();
  const same = [
    adapted(rest, firstFactors(shape, 4, random), 1),
    adapted(rest, factors(4), 0),
    adapted(rest, firstFactors(shape, 0, random), 1),
  ];
  for (const each of same) expect(await each.data()).toEqual(await rest.data());
  expect(await adapted(rest, factors(4), 1).data()).not.toEqual(await rest.data());
});

test("the changed kernel gives what kernel and factors give one after the other", async () => {
  const [rest, {a, b}] = [kernel(), factors(2)];
  const x = tf.tensor2d(normal(4 * 18), [4, 18]);
  const merged = tf.reshape(adapted(rest, {a, b}, 0.7), [18, 5]) as tf.Tensor2D;
  const together = await tf.matMul(x, merged).data();
  const direct = tf.matMul(x, tf.reshape(rest, [18, 5]) as tf.Tensor2D);
  const apart = await tf.add(direct, tf.mul(tf.matMul(tf.matMul(x, a), b), 0.7)).data();
  for (const [i, value] of apart.entries()) expect(together[i]).toBeCloseTo(value, 4);
});

test("the slopes of the factors are those that differences give", async () => {
  const [rest, {a, b}] = [kernel(), factors(2)];
  const weights = tf.tensor(normal(90), [...shape]);
  const loss = (factor: tf.Tensor2D, other: tf.Tensor2D) =>
    tf.sum(tf.mul(tf.square(adapted(rest, {a: factor, b: other}, 1)), weights));
  const slope = tf.mul(tf.mul(adapted(rest, {a, b}, 1), 2), weights);
  const [byA, byB] = factorSlopes(slope, {a, b});
  const step = 1e-2;
  const nudged = (of: tf.Tensor2D, i: number, by: number) => {
    const values = Float32Array.from(of.dataSync());
    values[i]! += by;
    return tf.tensor2d(values, of.shape);
  };
  const measured = async (i: number, moved: "a" | "b") => {
    const [up, down] = [step, -step].map((by) =>
      moved === "a" ? loss(nudged(a, i, by), b) : loss(a, nudged(b, i, by)),
    );
    return ((await up!.data())[0]! - (await down!.data())[0]!) / (2 * step);
  };
  for (const i of [0, 7, 35])
    expect((await byA.data())[i]! / (await measured(i, "a"))).toBeCloseTo(1, 1);
  for (const i of [0, 4, 9])
    expect((await byB.data())[i]! / (await measured(i, "b"))).toBeCloseTo(1, 1);
});
