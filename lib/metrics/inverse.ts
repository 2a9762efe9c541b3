/**
 * The inverse of a small square matrix, by Gauss and Jordan's elimination with the largest pivot of each column.
 *
 *     A A⁻¹ = 1        A [n, n], row by row
 */
export interface SquareMatrix {
  readonly data: Float64Array;
  readonly size: number;
}

/** Throws a RangeError for a matrix that has no inverse, or none that these digits could hold. */
export function inverse({data, size}: SquareMatrix): SquareMatrix {
  const left = Float64Array.from(data);
  const right = new Float64Array(size * size);
  for (let i = 0; i < size; i++) right[i * size + i] = 1;
  for (let column = 0; column < size; column++) {
    const pivot = largestBelow(left, size, column);
    if (Math.abs(left[pivot * size + column]!) < 1e-300)
      throw new RangeError(`invalid matrix: column ${column + 1} depends on those before it`);
    for (const rows of [left, right]) swapRows(rows, size, pivot, column);
    eliminate(left, right, size, column);
  }
  return {data: right, size};
}

function largestBelow(rows: Float64Array, size: number, column: number): number {
  let best = column;
  for (let i = column + 1; i < size; i++)
    if (Math.abs(rows[i * size + column]!) > Math.abs(rows[best * size + column]!)) best = i;
  return best;
}

function swapRows(rows: Float64Array, size: number, a: number, b: number): void {
  const kept = rows.slice(a * size, (a + 1) * size);
  rows.copyWithin(a * size, b * size, (b + 1) * size);
  rows.set(kept, b * size);
}

/** Makes `column` of `left` one of the unit matrix, and does the same to `right`. */
function eliminate(left: Float64Array, right: Float64Array, size: number, column: number): void {
  const scale = 1 / left[column * size + column]!;
  for (const rows of [left, right])
    for (let j = 0; j < size; j++) rows[column * size + j]! *= scale;
  for (let i = 0; i < size; i++) {
    const factor = left[i * size + column]!;
    if (i === column || factor === 0) continue;
    for (const rows of [left, right])
      for (let j = 0; j < size; j++) rows[i * size + j]! -= factor * rows[column * size + j]!;
  }
}
