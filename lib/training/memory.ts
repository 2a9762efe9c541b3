import * as tf from "../tf.js";

/** Tensors alive in this worker, and the bytes taken for them and for what the back end keeps in reserve. */
export function memory(): {readonly tensors: number; readonly bytes: number} {
  const {numTensors, numBytes, numBytesInGPU = 0} = tf.memory() as GpuMemory;
  return {tensors: numTensors, bytes: Math.max(numBytes, numBytesInGPU, wasmHeapBytes())};
}

type GpuMemory = tf.MemoryInfo & {readonly numBytesInGPU?: number};

// TF.js declares its Emscripten module without the heap.
interface WasmBackend {
  readonly wasm: {readonly HEAPU8: Uint8Array};
}

/** A WebAssembly memory grows and never shrinks: what counts is its size, not what is used of it. */
function wasmHeapBytes(): number {
  if (tf.getBackend() !== "wasm") return 0;
  return (tf.backend() as unknown as WasmBackend).wasm.HEAPU8.byteLength;
}
