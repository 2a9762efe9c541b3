/** Heun's step from `x` at the time `t`: along the mean of the velocity there and that where Euler's step gets. */
export function heunStep(
  x: number[],
  first: number[],
  second: number[],
  t: number,
  next: number,
): number[] {
  return [];
}

/** How much longer all ways together are than straight lines between their ends, as a share. */
export function detour(ways: number[][][]): number {
  return Number.NaN;
}

/** The place and the velocity at the time `t` on the straight line between the ends of each way. */
export function ownPairs(ways: number[][][], t: number): {x: number[]; target: number[]}[] {
  return [];
}
