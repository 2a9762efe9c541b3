/** How many values a transposed convolution makes of `count` values in a row. */
export function outputSize(count: number, size: number, stride: number, crop: number): number {
  return 0;
}

/** Each input value times the window, added into the output `stride` further for each. */
export function transposedConvolution(
  input: number[][],
  weights: number[][],
  stride: number,
  crop: number,
): number[][] {
  return [];
}
