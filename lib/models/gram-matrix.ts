/**
 * The Gram matrix of a layer's maps: how often two features are there at the same place, a mean over all places, wherever these are
 * (Gatys, Ecker & Bethge, 2015; 2016, section 2.2).
 *
 *     G = Fᵀ F / p,      F [p, c] one row of features for each of p = n · h · w places,   G [c, c], symmetric
 *
 * There it is a sum and the loss divides by p; here it is a mean, so that pictures of different sizes can be compared.
 */
import * as tf from "../tf.js";

/** [c, c] of `maps` [n, h, w, c]. */
export function gramMatrix(maps: tf.Tensor): tf.Tensor2D {
  const channels = maps.shape.at(-1)!;
  const rows = tf.reshape(maps, [-1, channels]) as tf.Tensor2D;
  return tf.div(tf.matMul(rows, rows, true, false), rows.shape[0]);
}
