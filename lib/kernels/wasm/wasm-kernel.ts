/** How a compiled kernel becomes one of TF.js's. */
import * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";
import {type Heap, heapOf} from "./heap.js";

/** A kernel's arguments from TF.js, with its inputs and attributes by type. */
export interface Call<Inputs, Attributes> {
  readonly inputs: Inputs;
  readonly attrs: Attributes;
}

type Result = tf.TensorInfo | tf.TensorInfo[];

/**
 * A kernel that runs `compute` on the wasm back end's memory. Where `compute` returns undefined (another dtype, a format
 * it does not know) or the compiled code cannot run at all, TF.js's own kernel does it, or else an error says what is missing.
 * Inputs are tensors; the tensors that `compute` returns are new.
 */
export function wasmKernel<Inputs, Attributes = unknown>(
  name: string,
  compute: (heap: Heap, call: Call<Inputs, Attributes>) => Result | undefined,
): Kernel {
  return {
    name,
    make: (stock) => (args) => {
      const heap = heapOf(args.backend as tf.KernelBackend);
      const call = args as unknown as Call<Inputs, Attributes>;
      const result = heap?.runKernel(() => compute(heap, call));
      if (result) return result;
      if (stock) return stock(args);
      throw new Error(`unsupported by ${name} on wasm: ${JSON.stringify(args.attrs)}`);
    },
  };
}

/** Whether it has no values, so that there is nothing to compute. */
export function isEmpty({shape}: tf.TensorInfo): boolean {
  return tf.util.sizeFromShape(shape) === 0;
}

/** `y` full of zeros: a sum of nothing. */
export function cleared(heap: Heap, y: tf.TensorInfo): tf.TensorInfo {
  heap.run.fillValues(heap.at(y), tf.util.sizeFromShape(y.shape), 0);
  return y;
}

/** Of each picture of x [n, ..]. */
export function pictureBytes({shape}: tf.TensorInfo): number {
  return 4 * tf.util.sizeFromShape(shape.slice(1));
}

/** How many products a convolution, or one of its gradients, is made of, done the plain way. */
export function productsOf(info: tf.backend_util.Conv2DInfo): number {
  const {filterHeight, filterWidth, inChannels, outShape} = info;
  return filterHeight * filterWidth * inChannels * tf.util.sizeFromShape([...outShape]);
}

/** Whether all of them hold 32-bit floats, the one dtype of the compiled kernels. */
export function areFloats(...tensors: readonly tf.TensorInfo[]): boolean {
  return tensors.every(({dtype}) => dtype === "float32");
}
