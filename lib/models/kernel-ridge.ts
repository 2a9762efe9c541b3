/**
 * Ridge regression in closed form, by the n products of the samples and not by their w features: the readout W of smallest
 *
 *     |Φ W - Y|² + r |W|²        is        W = Φᵀ A,   (Φ Φᵀ + r I) A = Y
 *
 * (Saunders, Gammerman & Vovk, 1998, section 2). As r nears 0 it becomes the least squares of smallest norm, with fewer features than
 * samples and with more. The system is solved by Cholesky's factors in double precision: + - * / and square roots, the same bits everywhere.
 */

/** The samples' products ΦΦᵀ with those of features `block` [n, b] added. `products` [n, n] is changed, its lower half only. */
export function addProducts(products: Float64Array, block: Float32Array, n: number): void {
  const b = block.length / n;
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) products[i * n + j]! += dot(block, i * b, j * b, b);
}

/** A [n, k] for targets Y [n, k] and a ridge r > 0. Only the lower half of `products` [n, n] is read. */
export function dualReadout(
  products: Float64Array,
  targets: Float64Array,
  n: number,
  ridge: number,
): Float64Array {
  if (!(ridge > 0)) throw new RangeError(`invalid ridge: ${ridge} (a number above 0)`);
  const factor = products.slice();
  for (let i = 0; i < n; i++) factor[i * n + i]! += ridge;
  factorise(factor, n);
  return solved(factor, targets, n);
}

/** Φᵀ A of features `block` [n, b]: their rows of the readout, [b, k]. */
export function readoutOf(block: Float32Array, dual: Float64Array, n: number): Float64Array {
  const [b, k] = [block.length / n, dual.length / n];
  const readout = new Float64Array(b * k);
  for (let i = 0; i < n; i++)
    for (let f = 0; f < b; f++) {
      const feature = block[i * b + f]!;
      if (feature !== 0)
        for (let c = 0; c < k; c++) readout[f * k + c]! += feature * dual[i * k + c]!;
    }
  return readout;
}

/** What features `block` [m, b] add to the answers [m, k] by their rows of the readout [b, k]. */
export function addAnswers(
  answers: Float64Array,
  block: Float32Array,
  readout: Float64Array,
  m: number,
): void {
  const [b, k] = [block.length / m, answers.length / m];
  for (let i = 0; i < m; i++)
    for (let f = 0; f < b; f++) {
      const feature = block[i * b + f]!;
      if (feature !== 0)
        for (let c = 0; c < k; c++) answers[i * k + c]! += feature * readout[f * k + c]!;
    }
}

/** Cholesky's factor L of a symmetric positive matrix [n, n], in the place of its lower half. */
function factorise(matrix: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++)
      matrix[i * n + j] = (matrix[i * n + j]! - dot(matrix, i * n, j * n, j)) / matrix[j * n + j]!;
    const pivot = matrix[i * n + i]! - dot(matrix, i * n, i * n, i);
    if (!(pivot > 0))
      throw new RangeError("the samples' products are singular: take a larger ridge");
    matrix[i * n + i] = Math.sqrt(pivot);
  }
}

/** X of L Lᵀ X = `targets` [n, k]. */
function solved(factor: Float64Array, targets: Float64Array, n: number): Float64Array {
  const k = targets.length / n;
  const x = targets.slice();
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) subtractRow(x, i, j, factor[i * n + j]!, k);
    divideRow(x, i, factor[i * n + i]!, k);
  }
  for (let i = n - 1; i >= 0; i--) {
    divideRow(x, i, factor[i * n + i]!, k);
    for (let j = 0; j < i; j++) subtractRow(x, j, i, factor[i * n + j]!, k);
  }
  return x;
}

function subtractRow(x: Float64Array, i: number, j: number, times: number, k: number): void {
  for (let c = 0; c < k; c++) x[i * k + c]! -= times * x[j * k + c]!;
}

function divideRow(x: Float64Array, i: number, by: number, k: number): void {
  for (let c = 0; c < k; c++) x[i * k + c]! /= by;
}

/** Σ of `count` products of `values` from places `i` and `j` on; four sums, so that none waits for another. */
function dot(values: Float32Array | Float64Array, i: number, j: number, count: number): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  let t = 0;
  for (; t + 4 <= count; t += 4) {
    a += values[i + t]! * values[j + t]!;
    b += values[i + t + 1]! * values[j + t + 1]!;
    c += values[i + t + 2]! * values[j + t + 2]!;
    d += values[i + t + 3]! * values[j + t + 3]!;
  }
  for (; t < count; t++) a += values[i + t]! * values[j + t]!;
  return a + b + (c + d);
}
