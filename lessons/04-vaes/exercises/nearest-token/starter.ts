/** The index of the entry nearest to `z`; the first one of equals. */
export function nearestEntry(z: number[], codebook: number[][]): number {
  return Number.NaN;
}

/** The slope of the loss along each number of the code `z`, for which `entry` stands. */
export function encoderSlope(
  z: number[],
  entry: number[],
  decoderSlope: number[],
  beta: number,
): number[] {
  return [];
}

/** Of how many entries, all used alike, the choice would be as open as that of `tokens`. */
export function perplexity(tokens: number[], entries: number): number {
  return Number.NaN;
}
