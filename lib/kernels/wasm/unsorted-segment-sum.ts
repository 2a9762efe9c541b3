/**
 * Rows added up by their segment: the gradient of tf.gather, and so of an embedding. x [n, ..], segmentIds [n] -> [numSegments, ..];
 * rows of segments that do not exist are left out. TF.js's wasm back end has no such kernel.
 */
import * as tf from "@tensorflow/tfjs-core";
import {wasmKernel} from "./wasm-kernel.js";

interface Inputs {
  readonly x: tf.Tensor;
  readonly segmentIds: tf.Tensor;
}

interface Attributes {
  readonly numSegments: number;
}

export const unsortedSegmentSum = wasmKernel<Inputs, Attributes>(
  "UnsortedSegmentSum",
  (heap, {inputs: {x, segmentIds}, attrs: {numSegments}}) => {
    tf.util.assert(numSegments > 0, () => `invalid numSegments: ${numSegments} (1 or more)`);
    // Only the ids' own axes are looked at by TF.js; behind them they hold for all of x.
    const ids = [...segmentIds.shape, ...x.shape.slice(segmentIds.rank).map(() => 1)];
    const shape = tf.broadcast_util.assertAndGetBroadcastShape(ids, x.shape);
    const isPlain = x.dtype === "float32" && tf.util.arraysEqual(shape, x.shape);
    if (!isPlain) return undefined;
    const [n = 1, ...rest] = segmentIds.shape;
    const inner = tf.util.sizeFromShape(rest);
    const y = heap.output([numSegments, ...x.shape.slice(1)]);
    heap.run.segmentSum(
      ...([heap.at(x), heap.at(segmentIds), n, inner] as const),
      ...([x.size / (n * inner), numSegments, heap.at(y)] as const),
    );
    return y;
  },
);
