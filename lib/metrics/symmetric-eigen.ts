/**
 * Eigenvalues and eigenvectors of a real symmetric matrix: A = V diag(λ) Vᵀ.
 *
 * Cyclic Jacobi rotations (Golub & Van Loan, Matrix Computations, 4th ed., section 8.5): slower than QR, yet accurate for
 * small eigenvalues, short, and made of `+ - * /` and `sqrt` only, so that the result has the same bits everywhere.
 * Matrices are row-major Float64Arrays [d, d].
 */
export interface Eigen {
  /** λ, in no particular order. [d] */
  readonly values: Float64Array;
  /** Eigenvector k is column k. [d, d] */
  readonly vectors: Float64Array;
}

const maxSweeps = 60;

/** Decomposes `matrix` [d, d], of which the upper triangle is read. Throws when it holds NaN or infinity. */
export function symmetricEigen(matrix: Float64Array, d: number): Eigen {
  if (!matrix.every(Number.isFinite))
    throw new RangeError("invalid matrix: it holds NaN or infinity (finite numbers)");
  const a = mirrored(matrix, d);
  const v = identity(d);
  const small = 1e-30 * sumOfSquares(a);
  for (let sweep = 0; offDiagonal(a, d) > small; sweep++) {
    if (sweep === maxSweeps) throw new Error(`no convergence after ${maxSweeps} Jacobi sweeps`);
    for (let p = 0; p < d - 1; p++) for (let q = p + 1; q < d; q++) rotate(a, v, d, p, q);
  }
  return {values: Float64Array.from({length: d}, (_, i) => a[i * d + i]!), vectors: v};
}

/** V diag(f(λ)) Vᵀ, [d, d]. */
export function mapEigen({values, vectors}: Eigen, f: (value: number) => number): Float64Array {
  const d = values.length;
  const mapped = values.map(f);
  const result = new Float64Array(d * d);
  for (let i = 0; i < d; i++)
    for (let j = i; j < d; j++) {
      let sum = 0;
      for (let k = 0; k < d; k++) sum += vectors[i * d + k]! * mapped[k]! * vectors[j * d + k]!;
      result[i * d + j] = result[j * d + i] = sum;
    }
  return result;
}

/** A ← JᵀAJ and V ← VJ with the rotation J in the plane (p, q) that makes A[p, q] zero. */
function rotate(a: Float64Array, v: Float64Array, d: number, p: number, q: number): void {
  const apq = a[p * d + q]!;
  if (apq === 0) return;
  const tau = (a[q * d + q]! - a[p * d + p]!) / (2 * apq);
  const t = (tau < 0 ? -1 : 1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
  const c = 1 / Math.sqrt(1 + t * t);
  const s = t * c;
  for (let k = 0; k < d; k++) turn(a, k * d + p, k * d + q, c, s);
  for (let k = 0; k < d; k++) turn(a, p * d + k, q * d + k, c, s);
  for (let k = 0; k < d; k++) turn(v, k * d + p, k * d + q, c, s);
  a[p * d + q] = a[q * d + p] = 0;
}

function turn(m: Float64Array, i: number, j: number, c: number, s: number): void {
  const x = m[i]!;
  const y = m[j]!;
  m[i] = c * x - s * y;
  m[j] = s * x + c * y;
}

function mirrored(matrix: Float64Array, d: number): Float64Array {
  const copy = matrix.slice();
  for (let i = 1; i < d; i++) for (let j = 0; j < i; j++) copy[i * d + j] = copy[j * d + i]!;
  return copy;
}

function identity(d: number): Float64Array {
  const v = new Float64Array(d * d);
  for (let i = 0; i < d; i++) v[i * d + i] = 1;
  return v;
}

function sumOfSquares(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}

function offDiagonal(a: Float64Array, d: number): number {
  let sum = 0;
  for (let i = 0; i < d; i++)
    for (let j = 0; j < d; j++) if (i !== j) sum += a[i * d + j]! * a[i * d + j]!;
  return sum;
}
