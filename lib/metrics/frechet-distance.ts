/**
 * Fréchet distance of two Gaussians fitted to features of real and of generated pictures:
 *
 *     d² = |μ₁ - μ₂|² + tr(Σ₁ + Σ₂ - 2 (Σ₁ Σ₂)^½)
 *
 * (Dowson & Landau, 1982, eq. 4; Heusel et al., 2017, eq. 6, call it FID.) The features here come from this course's own
 * small classifier, so the numbers compare runs of this course with each other and never with published FIDs. Like FID it
 * is too large for few pictures, by about 1/n: show it beside the floor of frechet-floor.ts.
 */
import {mapEigen, symmetricEigen} from "./symmetric-eigen.js";

/** Mean μ [d] and covariance Σ [d, d], row-major, of `count` feature vectors. */
export interface FeatureStatistics {
  readonly count: number;
  readonly mean: Float64Array;
  readonly covariance: Float64Array;
}

/** Statistics of `features` [n, d], n >= 2, with the unbiased covariance (divisor n - 1). */
export function featureStatistics(features: Float32Array, d: number): FeatureStatistics {
  const count = features.length / d;
  if (!Number.isInteger(count))
    throw new RangeError(`invalid features: ${features.length} values (a multiple of ${d})`);
  if (count < 2) throw new RangeError(`too few pictures: ${count} (at least 2)`);
  if (!features.every(Number.isFinite))
    throw new RangeError("invalid features: NaN or infinity among them (finite numbers)");
  const mean = meanOf(features, d, count);
  return {count, mean, covariance: covarianceOf(features, mean, count)};
}

/** The squared distance d² >= 0, in squared units of the features. Works for covariances of any rank. */
export function frechetDistance(a: FeatureStatistics, b: FeatureStatistics): number {
  const d = a.mean.length;
  if (b.mean.length !== d)
    throw new RangeError(`dimensions differ: ${d} and ${b.mean.length} (the same features)`);
  let distance = -2 * traceOfRoot(a.covariance, b.covariance, d);
  for (let i = 0; i < d; i++)
    distance +=
      (a.mean[i]! - b.mean[i]!) ** 2 + a.covariance[i * d + i]! + b.covariance[i * d + i]!;
  return Math.max(0, distance);
}

/**
 * tr (Σ₁ Σ₂)^½ as the sum of the root eigenvalues of Σ₁^½ Σ₂ Σ₁^½: that product has the same eigenvalues and is
 * symmetric, so they are real, and for singular matrices the ones that rounding makes negative are known to be 0.
 */
function traceOfRoot(s1: Float64Array, s2: Float64Array, d: number): number {
  const root = mapEigen(symmetricEigen(s1, d), positiveRoot);
  const inner = product(product(root, s2, d), root, d);
  return symmetricEigen(inner, d).values.reduce((sum, value) => sum + positiveRoot(value), 0);
}

/** The root of an eigenvalue that only rounding can make negative. */
export function positiveRoot(value: number): number {
  return Math.sqrt(Math.max(0, value));
}

/** A B, all [d, d]. */
export function product(a: Float64Array, b: Float64Array, d: number): Float64Array {
  const result = new Float64Array(d * d);
  for (let i = 0; i < d; i++)
    for (let k = 0; k < d; k++) {
      const value = a[i * d + k]!;
      for (let j = 0; j < d; j++) result[i * d + j]! += value * b[k * d + j]!;
    }
  return result;
}

function meanOf(features: Float32Array, d: number, count: number): Float64Array {
  const mean = new Float64Array(d);
  for (let i = 0; i < features.length; i++) mean[i % d]! += features[i]! / count;
  return mean;
}

function covarianceOf(features: Float32Array, mean: Float64Array, count: number): Float64Array {
  const d = mean.length;
  const sums = new Float64Array(d * d);
  const centred = new Float64Array(d);
  for (let row = 0; row < features.length; row += d) {
    for (let i = 0; i < d; i++) centred[i] = features[row + i]! - mean[i]!;
    for (let i = 0; i < d; i++)
      for (let j = i; j < d; j++) sums[i * d + j]! += centred[i]! * centred[j]!;
  }
  for (let i = 0; i < d; i++)
    for (let j = i; j < d; j++) sums[j * d + i] = sums[i * d + j]! /= count - 1;
  return sums;
}
