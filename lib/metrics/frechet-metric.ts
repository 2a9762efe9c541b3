/**
 * The Fréchet distance of frechet-distance.ts, as a metric with its interval and its floor:
 *
 *     d² = |μ₁ - μ₂|² + tr(Σ₁ + Σ₂ - 2 (Σ₁ Σ₂)^½),   tr (Σ₁ Σ₂)^½ = Σ_k √λ_k(Lᵀ Σ₂ L),   Σ₁ = L Lᵀ
 *
 * (Heusel et al., 2017, eq. 6). It is biased upwards by about c/n: the floor has the same bias, the interval is about the value as it is. Bands need
 * it a hundred times, so here the root's trace comes from a Cholesky factor and from eigenvalues alone: the same number to nine digits, much sooner.
 */
import {type FeatureStatistics, featureStatistics} from "./frechet-distance.js";
import type {Pool, Rows} from "./pool.js";
import {rowsAt} from "./sample.js";
import {setMetric} from "./set-metric.js";
import {symmetricEigenvalues} from "./symmetric-eigenvalues.js";

export const frechet = setMetric({
  range: {low: 0, high: Number.POSITIVE_INFINITY},
  of: frechetOfRows,
});

/** The distance of these rows of a pool. */
export function frechetOfRows(pool: Pool, real: Rows, made: Rows): number {
  const {centres, shapes} = frechetTerms(statisticsOf(pool, real), statisticsOf(pool, made));
  return Math.max(0, centres + shapes);
}

/** The two terms that the distance is the sum of. */
export function frechetTerms(a: FeatureStatistics, b: FeatureStatistics) {
  const d = a.mean.length;
  let centres = 0;
  let shapes = -2 * traceOfRoot(a.covariance, b.covariance, d);
  for (let i = 0; i < d; i++) {
    centres += (a.mean[i]! - b.mean[i]!) ** 2;
    shapes += a.covariance[i * d + i]! + b.covariance[i * d + i]!;
  }
  return {centres, shapes};
}

function statisticsOf({all, space: {size}}: Pool, rows: Rows): FeatureStatistics {
  return featureStatistics(rowsAt(all.features, rows, size), size);
}

function traceOfRoot(s1: Float64Array, s2: Float64Array, d: number): number {
  const l = choleskyFactor(s1, d);
  const inner = between(l, s2, d);
  return symmetricEigenvalues(inner, d).reduce(
    (sum, value) => sum + Math.sqrt(Math.max(0, value)),
    0,
  );
}

/** L, lower, of a matrix that may lack rank: what rounding leaves of a column without any is taken for none. */
function choleskyFactor(s: Float64Array, d: number): Float64Array {
  const l = new Float64Array(d * d);
  for (let j = 0; j < d; j++) {
    const rest = s[j * d + j]! - rowProduct(l, d, j, j, j);
    if (rest <= 1e-13 * s[j * d + j]!) continue;
    const root = Math.sqrt(rest);
    for (let i = j; i < d; i++) l[i * d + j] = (s[i * d + j]! - rowProduct(l, d, i, j, j)) / root;
  }
  return l;
}

/** Σ_k<end L_ik L_jk */
function rowProduct(l: Float64Array, d: number, i: number, j: number, end: number): number {
  let sum = 0;
  for (let k = 0; k < end; k++) sum += l[i * d + k]! * l[j * d + k]!;
  return sum;
}

/** Lᵀ S L for lower L. [d, d] */
function between(l: Float64Array, s: Float64Array, d: number): Float64Array {
  const right = new Float64Array(d * d); // S L
  const both = new Float64Array(d * d);
  for (let i = 0; i < d; i++)
    for (let k = 0; k < d; k++)
      for (let j = 0; j <= k; j++) right[i * d + j]! += s[i * d + k]! * l[k * d + j]!;
  for (let k = 0; k < d; k++)
    for (let i = 0; i <= k; i++)
      for (let j = 0; j < d; j++) both[i * d + j]! += l[k * d + i]! * right[k * d + j]!;
  return both;
}
