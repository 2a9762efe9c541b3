import {conv2dBackpropFilter} from "../lib/kernels/composed/conv2d-backprop-filter.js";
import * as tf from "../lib/tf.js";

/** TF.js's wasm back end as it is, with the one kernel without which it cannot train a convolution. */
export async function stockKernels(): Promise<void> {
  tf.registerKernel({
    kernelName: conv2dBackpropFilter.name,
    backendName: "wasm",
    kernelFunc: conv2dBackpropFilter.make(undefined),
  });
}
