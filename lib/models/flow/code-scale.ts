/**
 * The scale of codes: each number less its mean and over its standard deviation, so that codes are about as large as the noise that they
 * are mixed with (Rombach et al., 2022, appendix G, with one factor for all numbers). Codes are [n, width] flat.
 */

export interface CodeScale {
  /** [width] each. */
  readonly means: Float32Array;
  /** All above 0: a number that never changes has 1. */
  readonly spreads: Float32Array;
}

/** The scale of `codes`. */
export function scaleOf(codes: Float32Array, width: number): CodeScale {
  const count = codes.length / width;
  if (!Number.isInteger(count) || count < 1)
    throw new RangeError(`invalid codes: ${codes.length} values (rows of ${width})`);
  const means = columnMeans(codes, width);
  const squares = codes.map((value, i) => (value - means[i % width]!) ** 2);
  const spreads = columnMeans(squares, width).map((square) => Math.sqrt(square) || 1);
  return {means, spreads};
}

export function scaled(codes: Float32Array, {means, spreads}: CodeScale): Float32Array {
  const width = means.length;
  return codes.map((value, i) => (value - means[i % width]!) / spreads[i % width]!);
}

/** Undoes `scaled`. */
export function unscaled(codes: Float32Array, {means, spreads}: CodeScale): Float32Array {
  const width = means.length;
  return codes.map((value, i) => means[i % width]! + spreads[i % width]! * value);
}

function columnMeans(values: Float32Array, width: number): Float32Array {
  const sums = new Float64Array(width);
  for (const [i, value] of values.entries()) sums[i % width]! += value;
  return Float32Array.from(sums, (sum) => sum / (values.length / width));
}
