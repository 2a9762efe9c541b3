/** The matrix w + strength * a * b. */
export function changed(w: number[][], a: number[][], b: number[][], strength: number): number[][] {
  const change = product(a, b);
  return w.map((row, i) => row.map((value, j) => value + strength * change[i]![j]!));
}

/** Slopes of the loss by the entries of a and of b, from those by the entries of w + a * b. */
export function slopes(
  g: number[][],
  a: number[][],
  b: number[][],
): {byA: number[][]; byB: number[][]} {
  return {byA: product(g, turnedOver(b)), byB: product(turnedOver(a), g)};
}

/** Entry (i, j) is the sum over k of x[i][k] * y[k][j]. */
function product(x: number[][], y: number[][]): number[][] {
  return x.map((row) =>
    y[0]!.map((_, j) => row.reduce((sum, value, k) => sum + value * y[k]![j]!, 0)),
  );
}

/** Rows become columns. */
function turnedOver(x: number[][]): number[][] {
  return x[0]!.map((_, j) => x.map((row) => row[j]!));
}
