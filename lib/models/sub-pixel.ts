/**
 * Sub-pixel shuffling, "depth to space": the f² c numbers of each place become f by f pixels of c channels (Shi et al., 2016, eq. 4).
 *
 *     y[f i + a, f j + b, k] = x[i, j, (f a + b) c + k]          x [B, h, w, f² c]  ->  y [B, f h, f w, c]
 *
 * A change of order: nothing is computed and nothing is lost. Made of reshapes and a transposition, because TF.js has no gradient for its
 * own `depthToSpace`.
 */
import * as tf from "../tf.js";

/** `x` at `factor` times its size, to be called within a `tf.tidy`. Throws a RangeError where its depth does not fit. */
export function shuffled(x: tf.Tensor, factor: number): tf.Tensor4D {
  const [batch, height, width, depth] = x.shape as [number, number, number, number];
  if (depth % factor ** 2 !== 0)
    throw new RangeError(`invalid depth: ${depth} (a multiple of ${factor ** 2})`);
  const lines = tf.reshape(x, [batch * height, width, factor, depth / factor]);
  const apart = tf.transpose(lines, [0, 2, 1, 3]); // [B h, f, w, f c]
  return tf.reshape(apart, [batch, factor * height, factor * width, depth / factor ** 2]);
}
