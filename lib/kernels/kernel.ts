import type * as tf from "../tf.js";

/** One kernel of the wasm back end that TF.js lacks or does slowly. */
export interface Kernel {
  /** TF.js's name of the kernel. */
  readonly name: string;
  /** The new kernel; `stock` is TF.js's own, where it has one, for the cases left to it. */
  make(stock: tf.KernelFunc | undefined): tf.KernelFunc;
}
