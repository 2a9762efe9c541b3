/**
 * Where the Fréchet distance pulls each picture: its exact gradient with respect to the features f_i [d] of n made pictures.
 *
 *     d² = |μ₁ - μ₂|² + tr(Σ₁ + Σ₂ - 2 (Σ₁ Σ₂)^½),   real 1, made 2
 *     ∂d²/∂μ₂ = 2 (μ₂ - μ₁),   G = ∂d²/∂Σ₂ = I - Σ₁^½ (Σ₁^½ Σ₂ Σ₁^½)^-½ Σ₁^½
 *     ∂d²/∂f_i = 2/n (μ₂ - μ₁) + 2/(n - 1) G (f_i - μ₂)
 *
 * (the derivative of the trace of a root: Higham, Functions of Matrices, 2008, section 6.1). Where the made pictures do not vary at all
 * the slope is infinite: eigenvalues below a millionth of the largest count as that much.
 */
import {
  type FeatureStatistics,
  featureStatistics,
  positiveRoot,
  product,
} from "./frechet-distance.js";
import {mapEigen, symmetricEigen} from "./symmetric-eigen.js";

export interface FrechetPull {
  /** d² */
  readonly distance: number;
  /** [n, d] */
  readonly gradient: Float32Array;
}

const leastShare = 1e-6;

/** The pull towards `real` on the rows of `features` [n, d], n >= 2. */
export function frechetPull(real: FeatureStatistics): (features: Float32Array) => FrechetPull {
  const d = real.mean.length;
  const root = mapEigen(symmetricEigen(real.covariance, d), positiveRoot);
  return (features) => {
    const made = featureStatistics(features, d);
    const inner = symmetricEigen(between(root, made.covariance, d), d);
    const least = leastShare * inner.values.reduce((most, value) => Math.max(most, value), 0);
    const inverse = mapEigen(inner, (value) => 1 / Math.sqrt(Math.max(value, least) || 1));
    const slope = between(root, inverse, d).map((value, i) => (i % (d + 1) === 0 ? 1 : 0) - value);
    return {
      distance: distanceOf(real, made, inner.values),
      gradient: gradientOf(features, {real, made, slope}),
    };
  };
}

interface Slopes {
  readonly real: FeatureStatistics;
  readonly made: FeatureStatistics;
  /** G [d, d] */
  readonly slope: Float64Array;
}

function gradientOf(features: Float32Array, {real, made, slope}: Slopes): Float32Array {
  const d = real.mean.length;
  const gradient = new Float32Array(features.length);
  for (let row = 0; row < features.length; row += d)
    for (let i = 0; i < d; i++) {
      let sum = 0;
      for (let j = 0; j < d; j++) sum += slope[i * d + j]! * (features[row + j]! - made.mean[j]!);
      const towards = (made.mean[i]! - real.mean[i]!) / made.count;
      gradient[row + i] = 2 * (towards + sum / (made.count - 1));
    }
  return gradient;
}

function distanceOf(
  real: FeatureStatistics,
  made: FeatureStatistics,
  values: Float64Array,
): number {
  const d = real.mean.length;
  let distance = -2 * values.reduce((sum, value) => sum + positiveRoot(value), 0);
  for (let i = 0; i < d; i++)
    distance +=
      (real.mean[i]! - made.mean[i]!) ** 2 +
      real.covariance[i * d + i]! +
      made.covariance[i * d + i]!;
  return Math.max(0, distance);
}

/** A B A, all [d, d]. */
function between(a: Float64Array, b: Float64Array, d: number): Float64Array {
  return product(product(a, b, d), a, d);
}
