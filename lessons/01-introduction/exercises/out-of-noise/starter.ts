/** How far two pictures are apart: the root of the mean squared difference of their pixels. */
export function difference(a: number[], b: number[]): number {
  return Number.NaN;
}

/** One step from the picture that is seen towards the expected one, while `left` steps are left. */
export function stepTowards(seen: number[], expected: number[], left: number): number[] {
  return [];
}

/** The pictures on the way out of noise, one after each step towards what is expected then. */
export function allSteps(noise: number[], expectations: number[][]): number[][] {
  return [];
}
