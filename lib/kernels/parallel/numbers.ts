/** Tensors' values to and from plain memory, without copies of TF.js's own where the back end is wasm. */

import type {BackendWasm} from "@tensorflow/tfjs-backend-wasm";
import * as tf from "@tensorflow/tfjs-core";

/** Writes the values of `tensors` into `target`, one after the other. */
export async function readNumbers(
  tensors: readonly tf.Tensor[],
  target: Float32Array,
): Promise<void> {
  let start = 0;
  for (const tensor of tensors) {
    target.set(onHeap(tensor) ?? (await tensor.data<"float32">()), start);
    start += tensor.size;
  }
}

/** New tensors of `shapes` with the values that lie one after the other in `numbers`, which may change afterwards. */
export function writeNumbers(numbers: Float32Array, shapes: readonly number[][]): tf.Tensor[] {
  let start = 0;
  return shapes.map((shape) => {
    const end = start + tf.util.sizeFromShape(shape);
    const part = wasm() ? numbers.subarray(start, end) : numbers.slice(start, end);
    start = end;
    return tf.tensor(part, shape, "float32");
  });
}

/** How many numbers they hold. Throws a TypeError unless all of them are 32-bit floats. */
export function countNumbers(tensors: readonly tf.Tensor[]): number {
  for (const {dtype} of tensors)
    if (dtype !== "float32") throw new TypeError(`invalid dtype: ${dtype} (float32)`);
  return tensors.reduce((total, {size}) => total + size, 0);
}

/** FNV-1a over the bits of all values, 32 bits at a time: tells with near certainty whether two workers hold the same ones. */
export async function fingerprintOf(tensors: readonly tf.Tensor[]): Promise<number> {
  let hash = 0x811c9dc5;
  for (const tensor of tensors) {
    const values = onHeap(tensor) ?? (await tensor.data<"float32">());
    const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
    for (let i = 0; i < bits.length; i++) hash = Math.imul(hash ^ bits[i]!, 0x01000193);
  }
  return hash >>> 0;
}

/** A view of the values where they lie; undefined on other back ends. Valid until the next tensor is made. */
function onHeap(tensor: tf.Tensor): Float32Array | undefined {
  return wasm()?.typedArrayFromHeap(tensor) as Float32Array | undefined;
}

function wasm(): BackendWasm | undefined {
  return tf.getBackend() === "wasm" ? (tf.backend() as BackendWasm) : undefined;
}
