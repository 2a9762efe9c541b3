/**
 * Rows by number, x [outer, d, inner] and indices [n] -> [outer, n, inner]: a look-up, an embedding, a shuffled batch. TF.js's own
 * kernel moves value by value.
 */
import * as tf from "@tensorflow/tfjs-core";
import type {Heap} from "./heap.js";
import {wasmKernel} from "./wasm-kernel.js";

interface Inputs {
  readonly x: tf.Tensor;
  readonly indices: tf.Tensor;
}

interface Attributes {
  readonly axis: number;
  readonly batchDims: number;
}

export const gather = wasmKernel<Inputs, Attributes>(
  "GatherV2",
  (heap, {inputs: {x, indices}, attrs: {axis, batchDims}}) => {
    const isFourBytes = x.dtype === "float32" || x.dtype === "int32";
    if (!isFourBytes || indices.dtype !== "int32" || batchDims !== 0) return undefined;
    const at = tf.util.parseAxisParam(axis, x.shape)[0]!;
    const [before, after] = [x.shape.slice(0, at), x.shape.slice(at + 1)];
    const [outer, inner] = [tf.util.sizeFromShape(before), tf.util.sizeFromShape(after)];
    checkIndices(heap, indices, x.shape[at]!);
    const y = heap.output([...before, ...indices.shape, ...after], x.dtype);
    heap.run.gather(
      ...([heap.at(x), outer, x.shape[at]!, inner] as const),
      ...([heap.at(indices), indices.size, heap.at(y)] as const),
    );
    return y;
  },
);

/** With TF.js's message. */
function checkIndices(heap: Heap, indices: tf.Tensor, length: number): void {
  const first = heap.run.firstOutside(heap.at(indices), indices.size, length);
  if (first === indices.size) return;
  const index = (indices.dataSync() as Int32Array)[first]!;
  throw new Error(`GatherV2: the index value ${index} is not in [0, ${length - 1}]`);
}
