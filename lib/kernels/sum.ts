/**
 * Sum over the leading axes, as a row of ones times a matrix: [m, c] -> [c]. This is the gradient of every bias and of
 * every broadcast. The stock kernel transposes the whole tensor first.
 */
import * as tf from "../tf.js";
import type {Kernel} from "./kernel.js";

export const sum: Kernel = {
  name: "Sum",
  make: (stock) => (args) => {
    if (!stock) throw new Error("missing kernel: Sum of the wasm back end");
    const {x} = args.inputs as unknown as {x: tf.Tensor};
    const {axis, keepDims} = args.attrs as unknown as tf.SumAttrs;
    const axes = tf.util.parseAxisParam(axis, x.shape);
    if (!isLeading(axes, x)) return stock(args);
    return tf.tidy(() => sumRows(x, axes.length, keepDims));
  },
};

/** Some but not all axes from the front, of a tensor in which at least two columns remain. */
function isLeading(axes: readonly number[], x: tf.Tensor): boolean {
  const isFront = axes.length > 0 && axes.every((axis, i) => axis === i);
  return isFront && x.dtype === "float32" && x.size > 0 && columnsOf(x, axes.length) > 1;
}

function columnsOf(x: tf.Tensor, summed: number): number {
  return tf.util.sizeFromShape(x.shape.slice(summed));
}

function sumRows(x: tf.Tensor, summed: number, keepDims: boolean): tf.Tensor {
  const columns = columnsOf(x, summed);
  const rows = x.size / columns;
  const total = tf.matMul(tf.ones([1, rows]), tf.reshape(x, [rows, columns]));
  const ones: number[] = keepDims ? new Array(summed).fill(1) : [];
  return tf.reshape(total, [...ones, ...x.shape.slice(summed)]);
}
