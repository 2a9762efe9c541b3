/**
 * Guards around everything that lies in the wasm back end's memory: every tensor and every part of the kernels' scratch has bytes before
 * and behind it that nobody may change. New and freed memory is full of NaN, so what was never written, or was read where it does not
 * belong, shows in the results.
 */
import {type Heap, heapOf} from "../../../lib/kernels/wasm/heap.js";
import {wasmKernels} from "../../../lib/kernels/wasm/index.js";
import * as tf from "../../../lib/tf.js";

interface Module {
  readonly HEAPU8: Uint8Array;
  readonly HEAPU32: Uint32Array;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
}

/** A quiet NaN with a mark, byte by byte. */
const pattern = [0xad, 0xde, 0xc0, 0x7f];
const patternWord = 0x7fc0dead;
/** Many, so that what is written a little too far away is found here, and not in what the allocator keeps beside its blocks. */
export const guardBytes = 1024;
/** Freed memory is watched for so many other frees. */
const quarantine = 32;

export class Guards {
  readonly #module: Module;
  readonly #heap: Heap;
  readonly #malloc: Module["_malloc"];
  readonly #free: Module["_free"];
  /** Bytes by address. */
  readonly #live = new Map<number, number>();
  readonly #freed: {readonly pointer: number; readonly bytes: number}[] = [];
  #broken: string[] = [];
  /** Whether each part of the scratch is an allocation of its own, with guards; otherwise kernels share one block as they do in use. */
  splitsScratch = true;
  /** How often each kernel of ours ran. */
  readonly calls = new Map<string, number>();

  /** Puts guards around what is allocated on the running wasm back end from now on. */
  constructor() {
    const backend = tf.backend();
    this.#module = (backend as unknown as {wasm: Module}).wasm;
    this.#heap = heapOf(backend)!;
    this.#malloc = this.#module._malloc;
    this.#free = this.#module._free;
    this.#heap.freeScratch();
    pin(this.#module, "_malloc", (bytes) => this.#allocate(bytes));
    pin(this.#module, "_free", (pointer) => this.#release(pointer));
    for (const kernel of tf.getKernelsForBackend("wasm")) this.#watch(kernel);
  }

  /** What was found since the last call, empty if all guards are whole. */
  takeBroken(): string[] {
    const broken = this.#broken;
    this.#broken = [];
    return broken;
  }

  #watch(kernel: tf.KernelConfig): void {
    const {kernelName, backendName, kernelFunc} = kernel;
    const isOurs = wasmKernels.some(({name}) => name === kernelName);
    tf.unregisterKernel(kernelName, backendName);
    tf.registerKernel({
      ...kernel,
      kernelFunc: (args) => {
        if (isOurs) this.calls.set(kernelName, (this.calls.get(kernelName) ?? 0) + 1);
        try {
          return kernelFunc(args);
        } finally {
          this.#check(kernelName);
          if (this.splitsScratch) this.#heap.freeScratch();
        }
      },
    });
  }

  #allocate(bytes: number): number {
    const start = this.#malloc(bytes + 2 * guardBytes) >>> 0;
    if (start === 0) return 0;
    this.#fill(start, bytes + 2 * guardBytes);
    this.#live.set(start + guardBytes, bytes);
    return start + guardBytes;
  }

  #release(pointer: number): void {
    const bytes = this.#live.get(pointer >>> 0);
    // Allocated before there were guards, or nothing at all.
    if (bytes === undefined) {
      this.#free(pointer);
      return;
    }
    this.#checkAround(pointer >>> 0, bytes, "free");
    this.#live.delete(pointer >>> 0);
    this.#fill(pointer >>> 0, bytes);
    this.#freed.push({pointer: pointer >>> 0, bytes});
    while (this.#freed.length > quarantine) {
      const oldest = this.#freed.shift()!;
      this.#checkFreed(oldest.pointer, oldest.bytes, "free");
      this.#free(oldest.pointer - guardBytes);
    }
  }

  #check(kernel: string): void {
    for (const [pointer, bytes] of this.#live) this.#checkAround(pointer, bytes, kernel);
    for (const {pointer, bytes} of this.#freed) this.#checkFreed(pointer, bytes, kernel);
  }

  #checkAround(pointer: number, bytes: number, kernel: string): void {
    this.#expect(pointer - guardBytes, guardBytes, `${kernel} wrote before ${bytes} bytes`);
    this.#expect(pointer + bytes, guardBytes, `${kernel} wrote behind ${bytes} bytes`);
  }

  #checkFreed(pointer: number, bytes: number, kernel: string): void {
    this.#expect(pointer, bytes, `${kernel} wrote into ${bytes} bytes that were freed`);
  }

  /** Notes `otherwise` where the pattern is broken, and mends it, so that it is noted once. */
  #expect(from: number, bytes: number, otherwise: string): void {
    if (this.#isWhole(from, bytes)) return;
    this.#broken.push(otherwise);
    this.#fill(from, bytes);
  }

  #isWhole(from: number, bytes: number): boolean {
    const {HEAPU8, HEAPU32} = this.#module;
    const end = from + bytes;
    let i = from;
    for (; i < end && i & 3; i++) if (HEAPU8[i] !== pattern[i & 3]) return false;
    for (; i + 4 <= end; i += 4) if (HEAPU32[i >>> 2] !== patternWord) return false;
    for (; i < end; i++) if (HEAPU8[i] !== pattern[i & 3]) return false;
    return true;
  }

  #fill(from: number, bytes: number): void {
    const {HEAPU8, HEAPU32} = this.#module;
    const [first, last] = [Math.min(from + bytes, (from + 3) & ~3), (from + bytes) & ~3];
    if (last > first) HEAPU32.fill(patternWord, first >>> 2, last >>> 2);
    for (let i = from; i < first; i++) HEAPU8[i] = pattern[i & 3]!;
    for (let i = Math.max(first, last); i < from + bytes; i++) HEAPU8[i] = pattern[i & 3]!;
  }
}

/** The module's own functions put themselves in this place when they are first called. */
function pin<Name extends "_malloc" | "_free">(module: Module, name: Name, value: Module[Name]) {
  Object.defineProperty(module, name, {get: () => value, set: () => {}});
}
