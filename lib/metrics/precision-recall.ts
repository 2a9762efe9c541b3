/**
 * Precision: how much of what is made could be real. Recall: how much of what is real could be made.
 *
 *     precision = 1/m #{ j : y_j ∈ ∪_i B(x_i) },   recall = 1/n #{ i : x_i ∈ ∪_j B(y_j) },
 *     B(x_i) = { z : |z - x_i| <= distance of x_i to its k-th nearest of its own set },   k = 3
 *
 * (Kynkäänniemi et al., 2019, section 2). Shares, from 0 to 1. One outlier has a ball that holds much, which raises both; and both depend on n.
 */
import {ballsAround, radii} from "./neighbours.js";
import type {Pool, Rows} from "./pool.js";
import {setMetric} from "./set-metric.js";

const k = 3;
const share = {low: 0, high: 1} as const;

export const precision = setMetric({
  least: k + 1,
  range: share,
  of: (pool, real, made) => shareCovered(pool, made, real),
});

export const recall = setMetric({
  least: k + 1,
  range: share,
  of: (pool, real, made) => shareCovered(pool, real, made),
});

/** Share of `rows` within a ball around one of `centres`. */
function shareCovered(pool: Pool, rows: Rows, centres: Rows): number {
  const sizes = radii(pool, centres, k);
  return rows.filter((i) => ballsAround(pool, i, centres, sizes) > 0).length / rows.length;
}
