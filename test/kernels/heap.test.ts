import {describe, expect, test, vi} from "vitest";
import {compileKernels, heapOf} from "../../lib/kernels/wasm/heap.js";
import {kernelBytes} from "../../lib/kernels/wasm/kernel-bytes.js";
import {forSharedMemory} from "../../lib/kernels/wasm/shared-memory.js";
import type * as tf from "../../lib/tf.js";

/** A back end with nothing but a memory and an allocator that hands it out in order. */
function backendOn(memory: WebAssembly.Memory, isThreaded = false) {
  let next = 1024;
  const wasm = {
    asm: isThreaded ? {} : {memory},
    ...(isThreaded ? {wasmMemory: memory} : {}),
    _malloc: (bytes: number) => {
      next += bytes;
      return next - bytes;
    },
    _free: () => {},
  };
  return {wasm} as unknown as tf.KernelBackend;
}

const bytes = await kernelBytes();

describe("the compiled kernels", () => {
  test("import one memory and hold no data of their own", () => {
    const module = new WebAssembly.Module(bytes);
    expect(WebAssembly.Module.imports(module)).toEqual([
      {module: "env", name: "memory", kind: "memory"},
    ]);
    const memory = new WebAssembly.Memory({initial: 1});
    const before = new Uint8Array(memory.buffer).slice();
    new WebAssembly.Instance(module, {env: {memory}});
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
    heap.run.multiply(4096, 12, 4, 4096 + 24, 8, 4, 8192, 2, 2, 3, 0, heap.scratch(1024));
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

  test("scratch grows, is aligned and is kept", async () => {
    await compileKernels();
    const heap = heapOf(backendOn(new WebAssembly.Memory({initial: 4})))!;
    const first = heap.scratch(1000);
    expect(first % 16).toBe(0);
    expect(heap.scratch(900)).toBe(first);
    expect(heap.scratch(5000)).not.toBe(first);
  });
});

test("a module of another make is refused", () => {
  const empty = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
  expect(() => forSharedMemory(empty)).toThrow("they import no memory");
});
