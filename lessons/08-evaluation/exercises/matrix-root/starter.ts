/** A Gaussian: where its middle is, and how its features vary together. */
interface Gaussian {
  mean: number[];
  covariance: number[][];
}

/** The matrix X with X X = matrix, and eigenvalues above 0. */
export function rootOf(matrix: number[][]): number[][] {
  return matrix;
}

/** The Fréchet distance of two Gaussians, which is a square. */
export function frechetDistance(real: Gaussian, made: Gaussian): number {
  return real.mean[0]! - made.mean[0]!;
}

/** a times b: row by column. */
function product(a: number[][], b: number[][]): number[][] {
  return a.map((row) =>
    row.map((_, j) => row.reduce((sum, value, k) => sum + value * b[k]![j]!, 0)),
  );
}
