/** Copies that copy nothing: the result shares its values with the argument, as TF.js does on its other back ends. And truth values. */
import * as tf from "@tensorflow/tfjs-core";
import type {Heap} from "./heap.js";
import {wasmKernel} from "./wasm-kernel.js";

interface Inputs {
  readonly x: tf.TensorInfo;
}

export const identity = wasmKernel<Inputs>("Identity", (heap, {inputs: {x}}) =>
  x.dtype === "string" ? undefined : heap.reshaped(x, x.shape),
);

/** A cast to the dtype that `x` has already, or to truth values: whatever is not 0 is true, where TF.js's own kernel cuts 0.5 down to 0. */
export const cast = wasmKernel<Inputs, {dtype: tf.DataType}>(
  "Cast",
  (heap, {inputs: {x}, attrs: {dtype}}) => {
    if (x.dtype === dtype && dtype !== "string") return heap.reshaped(x, x.shape);
    const isNumber = x.dtype === "float32" || x.dtype === "int32";
    return dtype === "bool" && isNumber ? truths(heap, x) : undefined;
  },
);

function truths(heap: Heap, x: tf.TensorInfo): tf.TensorInfo {
  const size = tf.util.sizeFromShape(x.shape);
  const values = x.dtype === "int32" ? heap.ints(heap.at(x), size) : heap.floats(heap.at(x), size);
  const y = heap.output(x.shape, "bool");
  heap.writeBytes(
    heap.at(y),
    Uint8Array.from(values, (value) => (value === 0 ? 0 : 1)),
  );
  return y;
}
