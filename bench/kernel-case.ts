import type * as tf from "../lib/tf.js";

/** How much the call works: floating-point operations, or bytes that it must read or write at least. */
export type Work = {readonly flops: number} | {readonly bytes: number};

export interface KernelCase {
  readonly name: string;
  readonly work: Work;
  /** Makes the inputs and resolves to the call; `kernels` says whose optimiser an optimiser's case takes. */
  make(kernels: "ours" | "stock"): () => tf.TensorContainer;
}
