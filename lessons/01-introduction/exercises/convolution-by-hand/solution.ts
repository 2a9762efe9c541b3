/** One number of the map: each weight of the kernel times the pixel below it, all added up. */
export function productSum(
  picture: number[][],
  kernel: number[][],
  row: number,
  column: number,
): number {
  let sum = 0;
  for (let i = 0; i < kernel.length; i++)
    for (let j = 0; j < kernel[0]!.length; j++)
      sum += kernel[i]![j]! * picture[row + i]![column + j]!;
  return sum;
}

/** The map: a number for each place where the kernel lies on the picture as a whole. */
export function convolve(picture: number[][], kernel: number[][]): number[][] {
  const rows = picture.length - kernel.length + 1;
  const columns = picture[0]!.length - kernel[0]!.length + 1;
  return Array.from({length: rows}, (_, r) =>
    Array.from({length: columns}, (_, c) => productSum(picture, kernel, r, c)),
  );
}

/** The largest of each two by two numbers. */
export function pool(map: number[][]): number[][] {
  const rows = Math.floor(map.length / 2);
  const columns = Math.floor(map[0]!.length / 2);
  return Array.from({length: rows}, (_, r) =>
    Array.from({length: columns}, (_, c) =>
      Math.max(
        map[2 * r]![2 * c]!,
        map[2 * r]![2 * c + 1]!,
        map[2 * r + 1]![2 * c]!,
        map[2 * r + 1]![2 * c + 1]!,
      ),
    ),
  );
}
