/** One number of the map: each weight of the kernel times the pixel below it, all added up. */
export function productSum(
  picture: number[][],
  kernel: number[][],
  row: number,
  column: number,
): number {
  return Number.NaN;
}

/** The map: a number for each place where the kernel lies on the picture as a whole. */
export function convolve(picture: number[][], kernel: number[][]): number[][] {
  return [];
}

/** The largest of each two by two numbers. */
export function pool(map: number[][]): number[][] {
  return [];
}
