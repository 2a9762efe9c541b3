/** The index of the entry nearest to `z`; the first one of equals. */
export function nearestEntry(z: number[], codebook: number[][]): number {
  let nearest = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [k, entry] of codebook.entries()) {
    let distance = 0;
    for (let j = 0; j < z.length; j++) distance += (z[j]! - entry[j]!) ** 2;
    if (distance < least) {
      nearest = k;
      least = distance;
    }
  }
  return nearest;
}

/** The slope of the loss along each number of the code `z`, for which `entry` stands. */
export function encoderSlope(
  z: number[],
  entry: number[],
  decoderSlope: number[],
  beta: number,
): number[] {
  return z.map((value, j) => decoderSlope[j]! + 2 * beta * (value - entry[j]!));
}

/** Of how many entries, all used alike, the choice would be as open as that of `tokens`. */
export function perplexity(tokens: number[], entries: number): number {
  const counts: number[] = Array(entries).fill(0);
  for (const token of tokens) counts[token]!++;
  let entropy = 0;
  for (const count of counts) {
    const share = count / tokens.length;
    if (share > 0) entropy -= share * Math.log(share);
  }
  return Math.exp(entropy);
}
