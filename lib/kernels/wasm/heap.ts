/**
 * The compiled kernels on the wasm back end's own memory: they read and write TF.js's tensors where they lie.
 */
import type {BackendWasm} from "@tensorflow/tfjs-backend-wasm";
import type * as tf from "@tensorflow/tfjs-core";
import type {Exports} from "./binary.js";
import {kernelBytes} from "./kernel-bytes.js";
import {forSharedMemory} from "./shared-memory.js";

/** What of the back end is used: its public parts, and its module's allocator and memory. */
interface Backend extends Pick<BackendWasm, "makeOutput" | "incRef"> {
  readonly wasm: {
    /** Only in the threaded build. */
    readonly wasmMemory?: WebAssembly.Memory;
    readonly asm: {readonly memory: WebAssembly.Memory};
    readonly tfjs: {
      registerTensor(id: number, size: number, pointer: number): void;
      disposeData(id: number): void;
    };
    _malloc(bytes: number): number;
    _free(pointer: number): void;
  };
  readonly dataIdMap: {
    get(dataId: tf.DataId): {id: number; memoryOffset: number; refCount: number};
  };
}

let bytes: Uint8Array<ArrayBuffer> | undefined;
let compiled: WebAssembly.Module | undefined;

/** Unpacks and compiles the kernels. Rejects with a `WebAssembly.CompileError` where SIMD is missing. */
export async function compileKernels(): Promise<void> {
  bytes ??= await kernelBytes();
  compiled ??= await WebAssembly.compile(bytes);
}

const heaps = new WeakMap<tf.KernelBackend, Heap | undefined>();

/** The kernels on the memory of `backend`; undefined, after one warning, where they cannot run on it. */
export function heapOf(backend: tf.KernelBackend): Heap | undefined {
  if (!heaps.has(backend)) heaps.set(backend, start(backend as unknown as Backend));
  return heaps.get(backend);
}

function start(backend: Backend): Heap | undefined {
  try {
    return new Heap(backend);
  } catch (error) {
    console.warn(`TF.js's own wasm kernels are used, because ours can't: ${String(error)}`);
    return undefined;
  }
}

function moduleFor({buffer}: WebAssembly.Memory): WebAssembly.Module {
  if (!compiled || !bytes)
    throw new Error("the kernels are not compiled yet (await installKernels() first)");
  const isShared = Object.prototype.toString.call(buffer) === "[object SharedArrayBuffer]";
  return isShared ? new WebAssembly.Module(forSharedMemory(bytes) as BufferSource) : compiled;
}

export class Heap {
  /** The compiled functions. Pointers are bytes from the start of the memory. */
  readonly run: Exports;
  readonly #backend: Backend;
  readonly #memory: WebAssembly.Memory;
  #scratch = 0;
  #scratchBytes = 0;

  constructor(backend: Backend) {
    this.#backend = backend;
    this.#memory = backend.wasm.wasmMemory ?? backend.wasm.asm.memory;
    const {exports} = new WebAssembly.Instance(moduleFor(this.#memory), {
      env: {memory: this.#memory},
    });
    this.run = exports as unknown as Exports;
  }

  /** Where the values of `tensor` lie. */
  at({dataId}: tf.TensorInfo): number {
    return this.#backend.dataIdMap.get(dataId).memoryOffset;
  }

  /** How many tensors share these values. A kernel may write into its argument only when it is alone. */
  sharers({dataId}: tf.TensorInfo): number {
    return this.#backend.dataIdMap.get(dataId).refCount;
  }

  /**
   * To be called when a kernel has written into the values of `tensor`: TF.js's own kernels keep packed copies of the weights
   * they have seen, by number, and never expect them to change. Under the same number as if new, they are packed again.
   */
  changed(tensor: tf.TensorInfo): void {
    const {id, memoryOffset} = this.#backend.dataIdMap.get(tensor.dataId);
    const size = tensor.shape.reduce((product, side) => product * side, 1);
    this.#backend.wasm.tfjs.disposeData(id);
    this.#backend.wasm.tfjs.registerTensor(id, size, memoryOffset);
  }

  /** A new tensor; its values are whatever lay there. */
  output(shape: readonly number[], dtype: tf.DataType = "float32"): tf.TensorInfo {
    return this.#backend.makeOutput([...shape], dtype);
  }

  /** The same values under another shape, without a copy: `x` and the result share them. */
  reshaped(x: tf.TensorInfo, shape: readonly number[]): tf.TensorInfo {
    this.#backend.incRef(x.dataId);
    return {dataId: x.dataId, shape: [...shape], dtype: x.dtype};
  }

  /** Room for `bytes`, 16-byte aligned, the same at every call until more is asked for: valid within one kernel only. */
  scratch(bytes: number): number {
    if (bytes > this.#scratchBytes) {
      const {wasm} = this.#backend;
      if (this.#scratch) wasm._free(this.#scratch);
      this.#scratchBytes = Math.ceil(bytes * 1.25);
      this.#scratch = wasm._malloc(this.#scratchBytes + 16) >>> 0;
      if (!this.#scratch) throw new RangeError(`out of memory: ${bytes} bytes of scratch`);
    }
    return Math.ceil(this.#scratch / 16) * 16;
  }

  /** The 32-bit whole numbers from `pointer` on; a copy, which outlives the memory's growth. */
  ints(pointer: number, count: number): Int32Array {
    return new Int32Array(this.#memory.buffer, pointer, count).slice();
  }

  /** Writes 32-bit floats into the memory. */
  writeFloats(pointer: number, values: ArrayLike<number>): void {
    new Float32Array(this.#memory.buffer, pointer, values.length).set(values);
  }

  /** Writes 32-bit whole numbers into the memory. */
  writeInts(pointer: number, values: ArrayLike<number>): void {
    new Int32Array(this.#memory.buffer, pointer, values.length).set(values);
  }
}
