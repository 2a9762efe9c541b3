/**
 * Vector quantisation (van den Oord, Vinyals & Kavukcuoglu, 2017, section 3): a vector z becomes the nearest entry e of a codebook.
 *
 *     k(z) = argmin_k ‖z - e_k‖²,   q(z) = e_k(z),   commitment = Σ ‖z - e_k(z)‖²
 *
 * An argmin has no gradient, so q passes the one that it gets straight through to z, as if q(z) were z (Bengio, Léonard & Courville,
 * 2013, section 4). In the commitment the entries stand still: it draws z towards them, and k-means moves them (codebook.ts).
 * Vectors are [n, D], a codebook is [K, D]; of entries equally near the first is taken.
 */
import * as tf from "../tf.js";

export interface Quantised {
  /** [n, D] */
  readonly entries: tf.Tensor2D;
  /** [] */
  readonly commitment: tf.Scalar;
}

/** The tokens of `vectors`, as rows that are 1 at k(z) and 0 elsewhere: [n, K]. It has no gradient. */
export function nearestEntries(vectors: tf.Tensor2D, codebook: tf.Tensor2D): tf.Tensor2D {
  return tf.tidy(() => {
    // ‖z - e‖² less ‖z‖², which is the same for all entries, halved and with the other sign.
    const lengths = tf.sum(tf.square(codebook), 1);
    const nearness = tf.sub(tf.matMul(vectors, codebook, false, true), tf.mul(lengths, 0.5));
    return tf.oneHot(tf.argMax(nearness, 1), codebook.shape[0], 1, 0, "float32") as tf.Tensor2D;
  });
}

export function quantise(vectors: tf.Tensor2D, codebook: tf.Tensor2D): Quantised {
  const still = tf.customGrad((z) => ({
    value: tf.matMul(nearestEntries(z as tf.Tensor2D, codebook), codebook),
    gradFunc: (dy) => tf.zerosLike(dy),
  }))(vectors) as tf.Tensor2D;
  const entries = tf.customGrad(() => ({
    value: tf.clone(still),
    gradFunc: (dy) => tf.clone(dy),
  }))(vectors) as tf.Tensor2D;
  return {entries, commitment: tf.sum(tf.squaredDifference(vectors, still))};
}
