/** Chance from 0 up to 1 at each place of an area, in rows from `top` on. */
export function noise(
  seed: number,
  left: number,
  top: number,
  width: number,
  height: number,
): number[][] {
  return [];
}

/** The heights of a tile: at each place the mean of nine. */
export function tile(seed: number, column: number, row: number, side: number): number[][] {
  return [];
}
