/** The Gram matrix of a layer: `rows` has the features of each place. */
export function gram(rows: number[][]): number[][] {
  return [];
}

/** How far the Gram matrix of `rows` is from that of `styleRows`: 0 is equal, 1 as far as nothing. */
export function styleDistance(rows: number[][], styleRows: number[][]): number {
  return 0;
}
