/** The distance to the nearest of `pictures`. */
export function nearest(picture: number[], pictures: number[][]): number {
  return Number.NaN;
}

/** The distance that one in twenty of the held-out pictures stays below. */
export function copyLimit(heldOut: number[][], learned: number[][]): number {
  return Number.NaN;
}

/** The share of made pictures that are nearer to a learned one than that. */
export function copies(made: number[][], heldOut: number[][], learned: number[][]): number {
  return Number.NaN;
}
