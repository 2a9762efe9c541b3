import {describe, expect, test, vi} from "vitest";
import {compileKernels, heapOf} from "../../../lib/kernels/wasm/heap.js";
import {kernelBytes} from "../../../lib/kernels/wasm/kernel-bytes.js";
import {forSharedMemory} from "../../../lib/kernels/wasm/shared-memory.js";
import type * as tf from "../../../lib/tf.js";

/** A back end with nothing but a memory and an allocator that hands it out in order, behind what the tests write themselves. */
function backendOn(memory: WebAssembly.Memory, isThreaded = false, allocator = inOrder()) {
  const wasm = {
    asm: isThreaded ? {} : {memory},
    ...(isThreaded ? {wasmMemory: memory} : {}),
    _malloc: (bytes: number) => allocator._malloc(bytes),
    _free: (pointer: number) => allocator._free(pointer),
  };
  return {wasm} as unknown as tf.KernelBackend;
}

function inOrder() {
  let next = 16384;
  const held = new Map<number, number>();
  return {
    held,
    isFull: false,
    _malloc(bytes: number) {
      if (this.isFull) return 0;
      next += bytes;
      held.set(next - bytes, bytes);
      return next - bytes;
    },
    _free: (pointer: number) => void held.delete(pointer),
  };
}

const bytes = await kernelBytes();

describe("the compiled kernels", () => {
  test("import one memory and who lends of it, and hold no data of their own", () => {
    const module = new WebAssembly.Module(bytes);
    expect(WebAssembly.Module.imports(module)).toEqual([
      {module: "env", name: "lend", kind: "function"},
      {module: "env", name: "memory", kind: "memory"},
    ]);
    const memory = new WebAssembly.Memory({initial: 1});
    const before = new Uint8Array(memory.buffer).slice();
    new WebAssembly.Instance(module, {env: {memory, lend: () => 0}});
    expect(new Uint8Array(memory.buffer)).toEqual(before);
  });

  test.each([
    ["an ordinary memory", new WebAssembly.Memory({initial: 4}), false],
    ["a shared one", new WebAssembly.Memory({initial: 4, maximum: 65536, shared: true}), true],
  ])("multiply on %s", async (_, memory, isThreaded) => {
    await compileKernels();
    const heap = heapOf(backendOn(memory, isThreaded))!;
    new Float32Array(memory.buffer, 4096, 12).set([1, 2, 3, 4, 5, 6, 1, 0, 0, 1, 2, 2]);
    heap.run.setActivation(-Infinity, Infinity, 1);
    heap.run.multiply(4096, 12, 4, 4096 + 24, 8, 4, 8192, 2, 2, 3, 0);
    expect([...new Float32Array(memory.buffer, 8192, 4)]).toEqual([7, 8, 16, 17]);
  });

  test("do without where they cannot run, after one warning", async () => {
    await compileKernels();
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const broken = backendOn({} as WebAssembly.Memory);
    expect([heapOf(broken), heapOf(broken)]).toEqual([undefined, undefined]);
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn.mock.calls[0]![0]).toContain("TF.js's own wasm kernels are used");
    warn.mockRestore();
  });
});

describe("scratch", () => {
  const mebibyte = 2 ** 20;

  async function start() {
    await compileKernels();
    const allocator = inOrder();
    const backend = backendOn(new WebAssembly.Memory({initial: 4}), false, allocator);
    const heap = heapOf(backend)!;
    /** The parts of one kernel. */
    const kernel = (...parts: number[]) =>
      heap.runKernel(() => parts.map((bytes) => heap.scratch(bytes)));
    return {allocator, heap, kernel};
  }

  test("comes in parts that are aligned and do not overlap, within one block from the second time on", async () => {
    const {allocator, kernel} = await start();
    for (let time = 0; time < 3; time++) {
      const parts = kernel(100, 1000, 7);
      expect(parts.every((part) => part % 16 === 0)).toBe(true);
      if (time > 0) expect(parts).toEqual([parts[0], parts[0]! + 112, parts[0]! + 112 + 1008]);
      expect(allocator.held.size).toBe(1);
    }
  });

  test("is the same for each kernel, and grows", async () => {
    const {kernel} = await start();
    kernel(1000);
    const [first] = kernel(1000);
    expect(kernel(900)).toEqual([first]);
    expect(kernel(5000)).not.toEqual([first]);
  });

  test("of a kernel that calls another many times is that of one call", async () => {
    const {heap} = await start();
    const multiply = () => heap.run.multiply(4096, 12, 4, 4096, 8, 4, 8192, 2, 2, 3, 0);
    heap.runKernel(multiply);
    heap.runKernel(multiply);
    const {scratchBytes} = heap;
    heap.runKernel(() => {
      for (let i = 0; i < 100; i++) multiply();
    });
    expect(heap.scratchBytes).toBe(scratchBytes);
  });

  test("is refused where there is no more, and then there as before", async () => {
    const {allocator, kernel} = await start();
    kernel(1000);
    const [first] = kernel(1000);
    allocator.isFull = true;
    expect(() => kernel(1000, 10_000)).toThrow("out of memory: 10000 bytes of scratch");
    expect(() => kernel(1000, 10_000)).toThrow(RangeError);
    allocator.isFull = false;
    expect(kernel(1000)).toEqual([first]);
  });

  test("is given back when 256 kernels needed less than a quarter of it", async () => {
    const {heap, kernel} = await start();
    kernel(4 * mebibyte);
    kernel(4 * mebibyte);
    expect(heap.scratchBytes).toBeGreaterThanOrEqual(4 * mebibyte);
    for (let i = 0; i < 600; i++) kernel(1000);
    expect(heap.scratchBytes).toBeLessThan(2000);
  });

  test("stays while one kernel in 256 needs it", async () => {
    const {heap, kernel} = await start();
    kernel(4 * mebibyte);
    kernel(4 * mebibyte);
    for (let i = 0; i < 3000; i++) kernel(i % 200 === 0 ? 4 * mebibyte : 1000);
    expect(heap.scratchBytes).toBeGreaterThanOrEqual(4 * mebibyte);
  });
});

test("a module of another make is refused", () => {
  const empty = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
  expect(() => forSharedMemory(empty)).toThrow("they import no memory");
});
