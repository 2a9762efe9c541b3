/**
 * Rows added up by their segment: the gradient of tf.gather, and so of an embedding. x [n, ..], segmentIds [n] -> [numSegments, ..];
 * rows of segments that do not exist are left out. TF.js's wasm back end has no such kernel.
 */
import * as tf from "@tensorflow/tfjs-core";
import {isEmpty, wasmKernel} from "./wasm-kernel.js";

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
    const [n = 1, ...rest] = segmentIds.shape;
    // As TF.js does it: the ids' further axes, if any, are the last ones of x.
    const between = new Array<number>(Math.max(0, x.rank - segmentIds.rank)).fill(1);
    tf.broadcast_util.assertAndGetBroadcastShape([n, ...between, ...rest], x.shape);
    const areRows = segmentIds.rank === 1 || tf.util.arraysEqual(segmentIds.shape, x.shape);
    if (!areRows || x.shape[0] !== n || segmentIds.dtype !== "int32") return undefined;
    const values = tf.cast(x, "float32");
    const inner = tf.util.sizeFromShape(rest);
    const y = heap.output([numSegments, ...x.shape.slice(1)]);
    if (isEmpty(y)) return y;
    heap.run.segmentSum(
      ...([heap.at(values), heap.at(segmentIds), n, inner] as const),
      ...([
        tf.util.sizeFromShape(y.shape) / (numSegments * inner),
        numSegments,
        heap.at(y),
      ] as const),
    );
    values.dispose();
    return y;
  },
);
