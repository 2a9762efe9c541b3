import {expect, test} from "vitest";
import * as tf from "../../../lib/tf.js";
import {useBackend} from "../../../lib/training/backends.js";
import {memory} from "../../../lib/training/memory.js";
import {toyStart} from "./session-client.js";

test("on wasm the bytes are those of its heap, which grows and does not shrink", async () => {
  await useBackend("wasm", {wasmPaths: toyStart.wasmPaths, installKernels: () => {}});
  const before = memory();
  const large = tf.zeros([64, 1024, 1024]);
  expect(memory().tensors).toBe(before.tensors + 1);
  expect(memory().bytes).toBeGreaterThanOrEqual(256 * 2 ** 20);
  const grown = memory().bytes;
  large.dispose();
  expect(memory()).toEqual({tensors: before.tensors, bytes: grown});
});
