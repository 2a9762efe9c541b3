/**
 * Low-rank adaptation (Hu et al., 2022, section 4.1): beside weights W [m, n], which rest, two thin factors learn,
 *
 *     W' = W + s A B,   A [m, r], B [r, n]
 *
 * With G the slope of a loss by W', its slopes by the factors are
 *
 *     dL/dA = s G Bᵀ,   dL/dB = s Aᵀ G
 *
 * At first A is chance and B is 0, so W' is W to the bit. A kernel [..., i, o] is taken for a matrix [... · i, o].
 */
import type {Random} from "../random.js";
import * as tf from "../tf.js";

/** A [m, r] and B [r, n]. */
export interface Factors {
  readonly a: tf.Tensor2D;
  readonly b: tf.Tensor2D;
}

/** Rows and columns of a kernel of this shape as a matrix. */
export function matrixShape(shape: readonly number[]): readonly [m: number, n: number] {
  const n = shape.at(-1) ?? 1;
  return [tf.util.sizeFromShape([...shape]) / n, n];
}

/** The rank that factors of such a matrix have: what is wanted, or as much as the matrix itself can have. */
export function possibleRank(shape: readonly number[], wanted: number): number {
  if (!Number.isInteger(wanted) || wanted < 0)
    throw new RangeError(`invalid rank: ${wanted} (a whole number from 0 up)`);
  return Math.min(wanted, ...matrixShape(shape));
}

/** Numbers in the factors of such a kernel. */
export function factorNumbers(shape: readonly number[], rank: number): number {
  const [m, n] = matrixShape(shape);
  return possibleRank(shape, rank) * (m + n);
}

/** First factors for a kernel: A normal, of standard deviation 1 / √m, and B 0. */
export function firstFactors(shape: readonly number[], rank: number, random: Random): Factors {
  const [m, n] = matrixShape(shape);
  const r = possibleRank(shape, rank);
  const values = random.normals(m * r).map((value) => value / Math.sqrt(m));
  return {a: tf.tensor2d(values, [m, r]), b: tf.zeros([r, n])};
}

/** W + s A B, of the shape of `kernel`. With a strength or a rank of 0 it is `kernel`'s own numbers. */
export function adapted(kernel: tf.Tensor, {a, b}: Factors, strength: number): tf.Tensor {
  if (strength === 0 || a.size === 0) return tf.clone(kernel);
  return tf.tidy(() => {
    const change = tf.mul(tf.matMul(a, b), strength);
    return tf.add(kernel, tf.reshape(change, kernel.shape));
  });
}

/** Slopes by A and B from `slope` by W', at strength 1. */
export function factorSlopes(slope: tf.Tensor, {a, b}: Factors): readonly [tf.Tensor, tf.Tensor] {
  if (a.size === 0) return [tf.zerosLike(a), tf.zerosLike(b)];
  const g = tf.reshape(slope, [a.shape[0], b.shape[1]]) as tf.Tensor2D;
  return [tf.matMul(g, b, false, true), tf.matMul(a, g, true)];
}
