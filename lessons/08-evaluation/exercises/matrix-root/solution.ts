/** A Gaussian: where its middle is, and how its features vary together. */
interface Gaussian {
  mean: number[];
  covariance: number[][];
}

/** The matrix X with X X = matrix, and eigenvalues above 0. */
export function rootOf(matrix: number[][]): number[][] {
  const length = Math.sqrt(matrix.flat().reduce((sum, value) => sum + value * value, 0));
  let y = times(matrix, 1 / length);
  let z: number[][] = matrix.map((row, i) => row.map((_, j) => (i === j ? 1 : 0)));
  for (let round = 0; round < 20; round++) {
    const t = times(product(z, y), -0.5).map((row, i) =>
      row.map((value, j) => value + (i === j ? 1.5 : 0)),
    );
    y = product(y, t);
    z = product(t, z);
  }
  return times(y, Math.sqrt(length));
}

/** The Fréchet distance of two Gaussians, which is a square. */
export function frechetDistance(real: Gaussian, made: Gaussian): number {
  const centres = real.mean.reduce((sum, value, i) => sum + (value - made.mean[i]!) ** 2, 0);
  const both = rootOf(product(real.covariance, made.covariance));
  return centres + trace(real.covariance) + trace(made.covariance) - 2 * trace(both);
}

/** a times b: row by column. */
function product(a: number[][], b: number[][]): number[][] {
  return a.map((row) =>
    row.map((_, j) => row.reduce((sum, value, k) => sum + value * b[k]![j]!, 0)),
  );
}

/** Each entry times a number. */
function times(matrix: number[][], factor: number): number[][] {
  return matrix.map((row) => row.map((value) => value * factor));
}

/** The sum of the diagonal. */
function trace(matrix: number[][]): number {
  return matrix.reduce((sum, row, i) => sum + row[i]!, 0);
}
