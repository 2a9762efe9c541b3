/** Memory alive on the wasm back end: by TF.js's own count, by that of its memory's allocator, and how far that memory has grown. */
import * as tf from "../../lib/tf.js";

export interface LiveMemory {
  readonly tensors: number;
  readonly tensorBytes: number;
  /** Taken from the allocator and not given back, since the watch began. */
  readonly blocks: number;
  /** A WebAssembly memory never shrinks. */
  readonly heapBytes: number;
}

/** Parts of TF.js's Emscripten module that its types leave out. */
interface Heap {
  readonly HEAPU8: Uint8Array;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
}

/** Counts from now on; the result tells what is alive. wasm is in use. */
export function watchMemory(): () => LiveMemory {
  const {wasm} = tf.backend() as unknown as {readonly wasm: Heap};
  tf.tensor1d([1]).dispose(); // Emscripten puts its own functions in their places at their first call
  const {_malloc: take, _free: giveBack} = wasm;
  let blocks = 0;
  wasm._malloc = (bytes) => {
    blocks++;
    return take(bytes);
  };
  wasm._free = (pointer) => {
    if (pointer !== 0) blocks--;
    giveBack(pointer);
  };
  return () => {
    const {numTensors: tensors, numBytes: tensorBytes} = tf.memory();
    return {tensors, tensorBytes, blocks, heapBytes: wasm.HEAPU8.byteLength};
  };
}
