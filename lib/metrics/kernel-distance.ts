/**
 * Kernel distance (KID): how much more alike pictures of one set are to each other than to those of the other set.
 *
 *     MMD² = mean_{i≠j} k(x_i, x_j) + mean_{i≠j} k(y_i, y_j) - 2 mean_{i,j} k(x_i, y_j),   k(x, y) = (x·y / d + 1)³
 *
 * (Bińkowski et al., 2018, section 4; the unbiased estimate of Gretton et al., 2012, eq. 3). Its mean does not depend on the number of
 * pictures, and for real ones it is 0, so that it is below 0 half of the time. No shape of the clouds is assumed.
 */
import type {Pool, Rows} from "./pool.js";
import {setMetric} from "./set-metric.js";

export const kernelDistance = setMetric({
  range: {low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY},
  of(pool, real, made) {
    const kernel = kernelOf(pool);
    return (
      meanWithin(kernel, real) + meanWithin(kernel, made) - 2 * meanBetween(kernel, real, made)
    );
  },
});

type Kernel = (i: number, j: number) => number;

/** x·y = (|x|² + |y|² - |x - y|²) / 2, from the pool's distances. */
function kernelOf({all, distances, space: {size}}: Pool): Kernel {
  const n = all.pictures.shape[0];
  const norms = Float64Array.from({length: n}, (_, i) => {
    const row = all.features.subarray(i * size, (i + 1) * size);
    return row.reduce((sum, value) => sum + value * value, 0);
  });
  return (i, j) => {
    const base = (norms[i]! + norms[j]! - distances[i * n + j]!) / 2 / size + 1;
    return base * base * base;
  };
}

function meanWithin(kernel: Kernel, rows: Rows): number {
  let sum = 0;
  for (let i = 0; i < rows.length; i++)
    for (let j = i + 1; j < rows.length; j++) sum += kernel(rows[i]!, rows[j]!);
  return (2 * sum) / (rows.length * (rows.length - 1));
}

function meanBetween(kernel: Kernel, a: Rows, b: Rows): number {
  let sum = 0;
  for (const i of a) for (const j of b) sum += kernel(i, j);
  return sum / (a.length * b.length);
}
