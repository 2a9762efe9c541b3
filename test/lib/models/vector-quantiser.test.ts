import {beforeAll, expect, test} from "vitest";
import {nearestEntries, quantise} from "../../../lib/models/vector-quantiser.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";

beforeAll(startWasm);

const [count, size, entries] = [6, 3, 4];
const normals = (n: number, seed: number) => new Random(seed).normals(n);
const matrix = (values: Float32Array, rows: number) =>
  tf.tensor2d(values, [rows, values.length / rows]);

/** Rows of plain numbers. */
const rowsOf = (values: Float32Array, width: number) =>
  Array.from({length: values.length / width}, (_, i) => [
    ...values.slice(i * width, (i + 1) * width),
  ]);
const squared = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, i) => sum + (value - b[i]!) ** 2, 0);

test("the nearest entry is that of the least squared distance", async () => {
  const [z, e] = [normals(40 * size, 1), normals(entries * size, 2)];
  const tokens = await nearestEntries(matrix(z, 40), matrix(e, entries)).array();
  const codebook = rowsOf(e, size);
  for (const [i, vector] of rowsOf(z, size).entries()) {
    const distances = codebook.map((entry) => squared(vector, entry));
    const nearest = distances.indexOf(Math.min(...distances));
    expect(tokens[i]).toEqual(distances.map((_, k) => (k === nearest ? 1 : 0)));
  }
});

test("of entries equally near the first is taken", async () => {
  const codebook = tf.tensor2d([1, 0, -1, 0, 1, 0], [3, 2]);
  expect(await nearestEntries(tf.tensor2d([[0, 5]]), codebook).array()).toEqual([[1, 0, 0]]);
  expect(await nearestEntries(tf.tensor2d([[2, 0]]), codebook).array()).toEqual([[1, 0, 0]]);
});

test("the gradient of what is made of entries passes straight through to the vectors", async () => {
  const [z, e] = [
    matrix(normals(count * size, 3), count),
    matrix(normals(entries * size, 4), entries),
  ];
  const weights = matrix(normals(count * size, 5), count);
  const loss = (q: tf.Tensor) => tf.sum(tf.mul(weights, tf.square(q))) as tf.Scalar;
  const through = tf.grad((x) => loss(quantise(x as tf.Tensor2D, e).entries))(z);
  const {entries: at} = quantise(z, e);
  const there = tf.grad((x) => loss(x))(at); // as if the entries themselves had been given
  expect(await through.array()).toEqual(await there.array());
  expect(await at.array()).toEqual(await tf.matMul(nearestEntries(z, e), e).array());
});

test("the commitment and its gradient are those of finite differences, with the entries at rest", async () => {
  const [values, e] = [normals(count * size, 6), matrix(normals(entries * size, 7), entries)];
  const commitment = (z: tf.Tensor) => quantise(z as tf.Tensor2D, e).commitment;
  const gradient = await tf.grad(commitment)(matrix(values, count)).data();
  const still = rowsOf(
    (await quantise(matrix(values, count), e).entries.data()) as Float32Array,
    size,
  );
  const of = (z: Float32Array) =>
    rowsOf(z, size).reduce((sum, row, i) => sum + squared(row, still[i]!), 0);
  expect((await commitment(matrix(values, count)).data())[0]).toBeCloseTo(of(values), 4);
  const h = 1e-3;
  for (let i = 0; i < values.length; i++) {
    const moved = (by: number) => values.map((value, at) => (at === i ? value + by : value));
    expect(gradient[i]).toBeCloseTo((of(moved(h)) - of(moved(-h))) / (2 * h), 2);
  }
});

test("no gradient of the loss moves the codebook: k-means does", () => {
  const z = matrix(normals(count * size, 8), count);
  const e = tf.variable(matrix(normals(entries * size, 9), entries));
  const {grads} = tf.variableGrads(() => {
    const {entries: q, commitment} = quantise(z, e as tf.Tensor as tf.Tensor2D);
    return tf.add(tf.sum(q), tf.add(commitment, tf.mul(tf.sum(e), 0))) as tf.Scalar;
  }, [e]);
  expect([...Object.values(grads)[0]!.dataSync()].every((g) => g === 0)).toBe(true);
});

test("leaves no tensor behind", () => {
  const [z, e] = [
    matrix(normals(count * size, 8), count),
    matrix(normals(entries * size, 9), entries),
  ];
  const before = tf.memory().numTensors;
  tf.dispose(nearestEntries(z, e));
  tf.dispose(tf.grad((x) => quantise(x as tf.Tensor2D, e).commitment)(z));
  expect(tf.memory().numTensors).toBe(before);
});
