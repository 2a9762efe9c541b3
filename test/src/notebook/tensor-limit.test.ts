import {beforeAll, expect, test} from "vitest";
import * as tf from "../../../lib/tf.js";
import {limitTensors, type TensorMemory} from "../../../src/notebook/tensor-limit.js";
import {startWasm} from "../../wasm.js";

beforeAll(startWasm);

/** Sets a limit while `work` goes on. */
async function limited(most: number, work: () => Promise<void>): Promise<void> {
  const {wasm} = tf.backend() as unknown as {readonly wasm: TensorMemory};
  tf.dispose(tf.add(1, 2));
  const {_malloc} = wasm;
  limitTensors(tf, wasm, most);
  await work().finally(() => {
    wasm._malloc = _malloc;
  });
}

test("a loop that frees nothing is told how much it holds, and can go on once it frees", async () => {
  const before = tf.memory();
  const most = before.numBytes + 10_000_000;
  await limited(most, async () => {
    const held: tf.Tensor[] = [];
    const fill = () => {
      for (let i = 0; i < 20; i++) held.push(tf.mul(tf.scalar(2), tf.ones([250_000])));
    };
    expect(fill).toThrow(/^no memory for 1 MB more: \d+ tensors hold \d+ MB \(at most 1\d MB /);
    expect(tf.memory().numBytes).toBeLessThanOrEqual(most);
    expect(tf.memory().numBytes).toBeGreaterThan(most - 1_000_000);
    tf.dispose(held);
    const sum = tf.tidy(() => tf.sum(tf.ones([1000])));
    expect((await sum.data())[0]).toBe(1000);
    sum.dispose();
  });
});

test("where the device has no more, nothing is written to the address 0", () => {
  const empty: TensorMemory = {_malloc: () => 0, _free() {}};
  limitTensors({memory: () => ({numTensors: 3, numBytes: 2_000_000})}, empty);
  expect(() => empty._malloc(8)).toThrow("3 tensors hold 2 MB (at most 1500 MB together");
});
