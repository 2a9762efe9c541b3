// expect: all is cut off at the start
/** How many values a transposed convolution makes of `count` values in a row. */
export function outputSize(count: number, size: number, stride: number, crop: number): number {
  return (count - 1) * stride + size - 2 * crop;
}

/** Each input value times the window, added into the output `stride` further for each. */
export function transposedConvolution(
  input: number[][],
  weights: number[][],
  stride: number,
  crop: number,
): number[][] {
  const height = outputSize(input.length, weights.length, stride, crop);
  const width = outputSize(input[0]!.length, weights.length, stride, crop);
  const output = Array.from({length: height}, () => new Array<number>(width).fill(0));
  for (const [i, row] of input.entries())
    for (const [j, value] of row.entries())
      for (const [a, line] of weights.entries())
        for (const [b, weight] of line.entries()) {
          const y = i * stride + a - 2 * crop;
          const x = j * stride + b - 2 * crop;
          if (y >= 0 && y < height && x >= 0 && x < width) output[y]![x]! += value * weight;
        }
  return output;
}
