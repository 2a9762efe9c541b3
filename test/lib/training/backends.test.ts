import {expect, test} from "vitest";
import * as tf from "../../../lib/tf.js";
import {
  dropBackend,
  NoBackend,
  parseBackend,
  useBackend,
  useFirstBackend,
} from "../../../lib/training/backends.js";
import {memory} from "../../../lib/training/memory.js";
import {toyStart} from "./session-client.js";

const options = {wasmPaths: toyStart.wasmPaths, installKernels: () => {}};

test("an unknown name is refused with the legal set", () => {
  expect(parseBackend("wasm")).toBe("wasm");
  expect(() => parseBackend("cuda")).toThrow(
    "unknown back end: cuda (one of webgpu, webgl, wasm, cpu)",
  );
});

test("the first that runs is used, and a note tells of each before it", async () => {
  const used = await useFirstBackend(["cuda", "webgl", "wasm", "cpu"], options);
  expect(used).toEqual({
    backend: "wasm",
    notes: [
      "The back end cuda can't be used: unknown back end: cuda (one of webgpu, webgl, wasm, cpu).",
      "The back end webgl can't be used: this browser does not offer it.",
    ],
  });
  expect(tf.getBackend()).toBe("wasm");
});

test("none that runs is an error with every reason", async () => {
  const none = useFirstBackend(["webgpu", "webgl"], options);
  await expect(none).rejects.toThrow(NoBackend);
  await expect(none).rejects.toThrow(/webgpu can't be used: .* webgl can't be used/);
});

test("kernels are installed once the back end runs", async () => {
  const seen: string[] = [];
  const installKernels = () => void seen.push(tf.getBackend());
  await useBackend("cpu", {...options, installKernels});
  expect(seen).toEqual(["cpu"]);
});

test("a dropped back end gives its memory back and can be used again", async () => {
  await useBackend("wasm", options);
  tf.zeros([64, 1024, 1024]).dispose();
  expect(memory().bytes).toBeGreaterThan(256 * 2 ** 20);
  dropBackend("wasm");
  await useBackend("wasm", options);
  expect(memory().bytes).toBeLessThan(64 * 2 ** 20);
  expect(await tf.sum(tf.ones([5])).array()).toBe(5);
});

test("wasm runs in one thread, so that sums have one order", async () => {
  await useBackend("wasm", options);
  expect(tf.env().getBool("WASM_HAS_MULTITHREAD_SUPPORT")).toBe(false);
  expect(await tf.env().getAsync("WASM_HAS_SIMD_SUPPORT")).toBe(true);
});
