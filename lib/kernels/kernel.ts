import type * as tf from "@tensorflow/tfjs-core";

/** One kernel of a back end that TF.js lacks or does slowly. */
export interface Kernel {
  /** TF.js's name of the kernel, or TensorFlow's where TF.js has none. */
  readonly name: string;
  /** The new kernel; `stock` is TF.js's own, where it has one, for the cases left to it. */
  make(stock: tf.KernelFunc | undefined): tf.KernelFunc;
}
