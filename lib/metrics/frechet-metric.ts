/**
 * The Fréchet distance of frechet-distance.ts, as a metric with its interval and its floor:
 *
 *     d² = |μ₁ - μ₂|² + tr(Σ₁ + Σ₂ - 2 (Σ₁ Σ₂)^½)
 *
 * (Heusel et al., 2017, eq. 6). It is biased upwards by about c/n: the floor has the same bias, the interval is about the value as it is.
 */
import {featureStatistics, frechetDistance} from "./frechet-distance.js";
import type {Pool, Rows} from "./pool.js";
import {rowsAt} from "./sample.js";
import {setMetric} from "./set-metric.js";

export const frechet = setMetric({
  range: {low: 0, high: Number.POSITIVE_INFINITY},
  of: (pool, real, made) => frechetDistance(statisticsOf(pool, made), statisticsOf(pool, real)),
});

function statisticsOf({all, space: {size}}: Pool, rows: Rows) {
  return featureStatistics(rowsAt(all.features, rows, size), size);
}
