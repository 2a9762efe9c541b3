import * as tf from "../../lib/tf.js";

/** The `k`-th tensor that a script beside this file makes up too: a wave around `middle`, of values that no two tensors share. */
export function wave(k: number, size: number, shape: readonly number[], middle = 0): tf.Tensor {
  const values = Float32Array.from({length: tf.util.sizeFromShape([...shape])}, (_, i) => {
    return middle + size * Math.sin(0.7 * i + k + 1);
  });
  return tf.tensor(values, [...shape]);
}
