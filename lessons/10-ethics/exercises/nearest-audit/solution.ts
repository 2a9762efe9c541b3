/** The distance to the nearest of `pictures`. */
export function nearest(picture: number[], pictures: number[][]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const other of pictures) {
    const squares = picture.reduce((sum, value, i) => sum + (value - other[i]!) ** 2, 0);
    least = Math.min(least, Math.sqrt(squares / picture.length));
  }
  return least;
}

/** The distance that one in twenty of the held-out pictures stays below. */
export function copyLimit(heldOut: number[][], learned: number[][]): number {
  const distances = heldOut.map((picture) => nearest(picture, learned));
  distances.sort((a, b) => a - b);
  return distances[Math.floor(heldOut.length / 20)]!;
}

/** The share of made pictures that are nearer to a learned one than that. */
export function copies(made: number[][], heldOut: number[][], learned: number[][]): number {
  const limit = copyLimit(heldOut, learned);
  const found = made.filter((picture) => nearest(picture, learned) < limit);
  return found.length / made.length;
}
