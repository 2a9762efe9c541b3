/** All numbers of some tensors as one vector [P], one tensor after the other, and back. */
import * as tf from "../tf.js";

/** A copy. */
export async function flatNumbers(tensors: readonly tf.Tensor[]): Promise<Float32Array> {
  const parts = await Promise.all(tensors.map((tensor) => tensor.data<"float32">()));
  const all = new Float32Array(parts.reduce((sum, {length}) => sum + length, 0));
  let start = 0;
  for (const part of parts) {
    all.set(part, start);
    start += part.length;
  }
  return all;
}

/** Gives the variables such numbers. */
export function putNumbers(variables: readonly tf.Variable[], numbers: Float32Array): void {
  tf.tidy(() => {
    let start = 0;
    for (const variable of variables) {
      const part = numbers.slice(start, start + variable.size);
      variable.assign(tf.tensor(part, variable.shape, "float32"));
      start += variable.size;
    }
  });
}
