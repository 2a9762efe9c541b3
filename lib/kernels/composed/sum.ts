/**
 * Sum over the leading axes, [m, c] -> [c], as a sum of average pools. This is the gradient of every bias and of every
 * broadcast. The pool's window p is a power of two, so that dividing by it and multiplying again changes no bit.
 * The stock kernel transposes the whole tensor first.
 */
import * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";

/** Below this the stock kernel is as fast. */
const leastWindow = 16;

export const sum: Kernel = {
  name: "Sum",
  make: (stock) => (args) => {
    if (!stock) throw new Error("missing kernel: Sum of the wasm back end");
    const {x} = args.inputs as unknown as {x: tf.Tensor};
    const {axis} = args.attrs as unknown as tf.SumAttrs;
    const axes = tf.util.parseAxisParam(axis, x.shape);
    const window = powerOfTwoIn(rowsOf(x, axes));
    if (x.dtype !== "float32" || window < leastWindow) return stock(args);
    const parts = tf.tidy(() => poolRows(x, axes.length, window));
    const total = stock({...args, inputs: {x: parts}});
    parts.dispose();
    return total;
  },
};

/** The product of the axes from the front, if those are the ones summed and two columns at least remain; else 0. */
function rowsOf(x: tf.Tensor, axes: readonly number[]): number {
  const isFront = axes.length > 0 && axes.every((axis, i) => axis === i);
  const columns = tf.util.sizeFromShape(x.shape.slice(axes.length));
  return isFront && columns > 1 ? x.size / columns : 0;
}

function powerOfTwoIn(count: number): number {
  return count & -count;
}

/** Sums of `window` rows each, with as many axes as x has: [m / window, 1, ..., c]. */
function poolRows(x: tf.Tensor, summed: number, window: number): tf.Tensor {
  const kept = x.shape.slice(summed);
  const columns = tf.util.sizeFromShape(kept);
  const parts = x.size / columns / window;
  const rows = tf.reshape(x, [parts, window, 1, columns]) as tf.Tensor4D;
  const sums = tf.mul(tf.avgPool(rows, [window, 1], 1, "valid"), window);
  const ones: number[] = new Array(summed - 1).fill(1);
  return tf.reshape(sums, [parts, ...ones, ...kept]);
}
