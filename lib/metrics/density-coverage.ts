/**
 * Density and coverage: precision and recall with balls around real pictures only, so that no outlier that was made helps.
 *
 *     density = 1/(k m) Σ_j #{ i : y_j ∈ B(x_i) },   coverage = 1/n #{ i : some y_j ∈ B(x_i) },   k = 5
 *
 * (Naeem et al., 2020, section 3.2). Density is about 1 for real pictures and above it for those that crowd where real ones are dense. Coverage is a
 * share; for real pictures, as many made as real, about 1 - 2^-k (there, lemma 2).
 */
import {ballsAround, radii} from "./neighbours.js";
import {setMetric} from "./set-metric.js";

const k = 5;

export const density = setMetric({
  range: {low: 0, high: Number.POSITIVE_INFINITY},
  of(pool, real, made) {
    const sizes = radii(pool, real, k);
    const balls = made.reduce((sum, j) => sum + ballsAround(pool, j, real, sizes), 0);
    return balls / (k * made.length);
  },
});

export const coverage = setMetric({
  range: {low: 0, high: 1},
  of(pool, real, made) {
    const sizes = radii(pool, real, k);
    const n = pool.all.pictures.shape[0];
    const covered = real.filter((i, place) =>
      made.some((j) => pool.distances[i * n + j]! <= sizes[place]!),
    );
    return covered.length / real.length;
  },
});
