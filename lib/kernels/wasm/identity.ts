/** Copies that copy nothing: the result shares its values with the argument, as TF.js does on its other back ends. */
import type * as tf from "@tensorflow/tfjs-core";
import {wasmKernel} from "./wasm-kernel.js";

interface Inputs {
  readonly x: tf.TensorInfo;
}

export const identity = wasmKernel<Inputs>("Identity", (heap, {inputs: {x}}) =>
  x.dtype === "string" ? undefined : heap.reshaped(x, x.shape),
);

/** A cast to the dtype that `x` has already. */
export const cast = wasmKernel<Inputs, {dtype: tf.DataType}>(
  "Cast",
  (heap, {inputs: {x}, attrs}) =>
    x.dtype === attrs.dtype && x.dtype !== "string" ? heap.reshaped(x, x.shape) : undefined,
);
