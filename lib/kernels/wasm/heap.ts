/**
 * The compiled kernels on the wasm back end's own memory: they read and write TF.js's tensors where they lie.
 */
import type {BackendWasm} from "@tensorflow/tfjs-backend-wasm";
import type * as tf from "@tensorflow/tfjs-core";
import {getKernel} from "@tensorflow/tfjs-core";
import type {Activation} from "../threads/slot.js";
import {ThreadPool} from "../threads/thread-pool.js";
import type {ThreadWorker} from "../threads/threads.js";
import type {Exports} from "./binary.js";
import {kernelBytes} from "./kernel-bytes.js";
import {type Allocator, Scratch} from "./scratch.js";
import {forSharedMemory} from "./shared-memory.js";

/** The parts of the back end in use: its public ones, and its module's allocator and memory. */
interface Backend extends Pick<BackendWasm, "makeOutput" | "incRef" | "disposeData"> {
  readonly wasm: {
    /** Only in the threaded build. */
    readonly wasmMemory?: WebAssembly.Memory;
    readonly asm: {readonly memory: WebAssembly.Memory};
    readonly tfjs: {
      registerTensor(id: number, size: number, pointer: number): void;
      disposeData(id: number): void;
    };
  } & Allocator;
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

function moduleFor(memory: WebAssembly.Memory): WebAssembly.Module {
  if (!compiled || !bytes)
    throw new Error("the kernels are not compiled yet (await installKernels() first)");
  return isShared(memory)
    ? new WebAssembly.Module(forSharedMemory(bytes) as BufferSource)
    : compiled;
}

function isShared({buffer}: WebAssembly.Memory): boolean {
  return Object.prototype.toString.call(buffer) === "[object SharedArrayBuffer]";
}

/** Some of a kernel's outputs: `count` of its units from number `first` on; part number `index` of so many. */
export interface Part {
  readonly first: number;
  readonly count: number;
  readonly index: number;
  readonly of: number;
}

/** Products, or what takes as long, that are worth a part: fewer take less time than to hand them over. */
const leastWork = 150_000;

/** How many parts a kernel of so many products and outputs is worth; below 2 it stays whole. */
export function mostParts(work: number, units: number): number {
  return Math.floor(Math.min(units, work / leastWork));
}

export class Heap {
  /** The compiled functions. Pointers are bytes from the start of the memory. */
  readonly run: Exports;
  readonly #backend: Backend;
  readonly #memory: WebAssembly.Memory;
  readonly #scratch: Scratch;
  readonly #module: WebAssembly.Module;
  readonly #numbers: ReadonlyMap<string, number>;
  #activation: Activation = [-Infinity, Infinity, 1];
  #threads: ThreadPool | undefined;
  /** Of the kernel at work. */
  #outputs: tf.TensorInfo[] = [];

  constructor(backend: Backend) {
    this.#backend = backend;
    this.#memory = backend.wasm.wasmMemory ?? backend.wasm.asm.memory;
    this.#module = moduleFor(this.#memory);
    const {exports} = new WebAssembly.Instance(this.#module, {
      env: {memory: this.#memory, lend: (bytes: number) => this.#scratch.lend(bytes >>> 0)},
    });
    this.#numbers = new Map(Object.keys(exports).map((name, number) => [name, number]));
    this.#scratch = new Scratch(backend.wasm);
    this.run = exports as unknown as Exports;
  }

  /** Threads that take parts of large kernels from now on; undefined where the memory is nobody else's. */
  startThreads(
    count: number,
    startWorker: (script: string) => ThreadWorker,
    sleepMs?: number,
  ): ThreadPool | undefined {
    if (!isShared(this.#memory)) return undefined;
    this.#threads?.stop();
    const [module, memory, allocator] = [this.#module, this.#memory, this.#backend.wasm];
    this.#threads = new ThreadPool({
      ...{module, memory, allocator, count, startWorker},
      ...(sleepMs !== undefined && {sleepMs}),
    });
    return this.#threads;
  }

  get threads(): ThreadPool | undefined {
    return this.#threads;
  }

  /** Of the products and convolutions to come, in all threads. */
  setActivation(...activation: Activation): void {
    this.#activation = activation;
    this.run.setActivation(...activation);
  }

  /**
   * Calls `name` for all of the `units` that its outputs are made of, in parts where there are threads and `work` is worth it. Whether no call
   * returned false. The parts depend on the number of threads; the outputs must not.
   */
  inParts<Name extends keyof Exports>(
    name: Name,
    work: number,
    units: number,
    argumentsOf: (part: Part) => Parameters<Exports[Name]>,
  ): boolean {
    const most = mostParts(work, units);
    const of = most < 2 ? 1 : Math.min(most, 1 + (this.#threads?.ready ?? 0));
    const own = this.run[name] as (...values: readonly unknown[]) => unknown;
    if (of < 2) return own(...argumentsOf({first: 0, count: units, index: 0, of: 1})) !== 0;
    const parts = Array.from({length: of}, (_, index) => {
      const [first, end] = [index, index + 1].map((i) => Math.floor((units * i) / of));
      return argumentsOf({first: first!, count: end! - first!, index, of}).map(Number);
    });
    const number = this.#numbers.get(name)!;
    const results = this.#threads!.compute(number, parts, this.#activation, (values) =>
      own(...values),
    );
    return results.every((result) => result !== 0);
  }

  /** Returns the result of `compute`. All scratch before it is free; where it throws, so are the outputs that it has made. */
  runKernel<T>(compute: () => T): T {
    this.#scratch.startKernel(this.run);
    this.#outputs = [];
    try {
      return compute();
    } catch (error) {
      for (const {dataId} of this.#outputs) this.#backend.disposeData(dataId);
      throw error;
    } finally {
      this.#scratch.endKernel(this.run);
    }
  }

  /** The result of TF.js's own kernel `name` on `x`, an output of the kernel at work, which is freed. */
  replace(x: tf.TensorInfo, name: string, others: tf.NamedTensorInfoMap = {}): tf.TensorInfo {
    const backend = this.#backend as unknown as tf.KernelBackend;
    const inputs = {x, ...others};
    const result = getKernel(name, "wasm").kernelFunc({inputs, backend, attrs: {}});
    this.#backend.disposeData(x.dataId);
    return result as tf.TensorInfo;
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

  /** A new tensor; its values are whatever lay there. Throws a RangeError where there is no room for it. */
  output(shape: readonly number[], dtype: tf.DataType = "float32"): tf.TensorInfo {
    const output = this.#backend.makeOutput([...shape], dtype);
    this.#outputs.push(output);
    if (this.at(output) === 0) throw new RangeError(`out of memory: a tensor of [${shape}]`);
    return output;
  }

  /** The same values under another shape, without a copy: `x` and the result share them. */
  reshaped(x: tf.TensorInfo, shape: readonly number[]): tf.TensorInfo {
    this.#backend.incRef(x.dataId);
    return {dataId: x.dataId, shape: [...shape], dtype: x.dtype};
  }

  /** Room for `bytes`, 16-byte aligned, until the next kernel starts. */
  scratch(bytes: number): number {
    return this.run.room(bytes) >>> 0;
  }

  /** Bytes of scratch that are held from kernel to kernel. */
  get scratchBytes(): number {
    return this.#scratch.bytes;
  }

  /** Gives the scratch back to the back end. Not while a kernel runs. */
  freeScratch(): void {
    this.#scratch.free();
  }

  /** The 32-bit whole numbers from `pointer` on; a copy, which outlives the memory's growth. */
  ints(pointer: number, count: number): Int32Array {
    return new Int32Array(this.#memory.buffer, pointer, count).slice();
  }

  /** The same of 32-bit floats. */
  floats(pointer: number, count: number): Float32Array {
    return new Float32Array(this.#memory.buffer, pointer, count).slice();
  }

  writeBytes(pointer: number, values: Uint8Array): void {
    new Uint8Array(this.#memory.buffer).set(values, pointer);
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
