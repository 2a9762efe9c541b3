import * as tf from "../tf.js";

/** Rows [n, ...] as plain numbers. */
export interface Rows {
  readonly data: Float32Array;
  readonly shape: readonly number[];
}

/**
 * What `apply` makes of `rows`, `chunk` of them at a time, so that no more memory is taken for many than for a few: an array
 * [n, width] for each of `widths`. `apply` gets a batch [b, ...] and returns as many tensors [b, ...]; it runs in a `tf.tidy`.
 */
export async function inChunks(
  {data, shape}: Rows,
  {widths, chunk}: {readonly widths: readonly number[]; readonly chunk: number},
  apply: (batch: tf.Tensor) => readonly tf.Tensor[],
): Promise<Float32Array[]> {
  const [count = 0, ...rest] = shape;
  const size = tf.util.sizeFromShape(rest);
  const results = widths.map((width) => new Float32Array(count * width));
  for (let first = 0; first < count; first += chunk) {
    const part = data.subarray(first * size, Math.min(count, first + chunk) * size);
    const made = tf.tidy(() => [...apply(tf.tensor(part, [part.length / size, ...rest]))]);
    const values = await Promise.all(made.map((tensor) => tensor.data<"float32">()));
    tf.dispose(made);
    for (const [k, result] of results.entries()) result.set(values[k]!, first * widths[k]!);
  }
  return results;
}
