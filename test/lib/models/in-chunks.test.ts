import {beforeAll, expect, test} from "vitest";
import {inChunks} from "../../../lib/models/in-chunks.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";

beforeAll(startWasm);

/** Rows [n, 2, 1] of ascending numbers. */
const rows = (n: number) => ({
  data: Float32Array.from({length: 2 * n}, (_, i) => i),
  shape: [n, 2, 1],
});

/** Each row's numbers doubled, and their sum. */
const both = (batch: tf.Tensor) => [tf.mul(batch, 2), tf.sum(batch, [1, 2])];

test.each([1, 2, 3, 100])("chunks of %i give what the whole gives", async (chunk) => {
  const batches: number[] = [];
  const [doubled, sums] = await inChunks(rows(5), {widths: [2, 1], chunk}, (batch) => {
    batches.push(batch.shape[0]!);
    return both(batch);
  });
  expect([...doubled!]).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18]);
  expect([...sums!]).toEqual([1, 5, 9, 13, 17]);
  expect(Math.max(...batches)).toBe(Math.min(chunk, 5));
  expect(batches.reduce((sum, b) => sum + b)).toBe(5);
});

test("no rows give empty arrays, and no tensor is left behind", async () => {
  const before = tf.memory().numTensors;
  const none = await inChunks(rows(0), {widths: [2, 1], chunk: 4}, both);
  expect(none.map((values) => values.length)).toEqual([0, 0]);
  await inChunks(rows(5), {widths: [2, 1], chunk: 4}, both);
  expect(tf.memory().numTensors).toBe(before);
});
