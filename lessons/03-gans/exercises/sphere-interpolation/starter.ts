/** The angle between two vectors, in radians. */
export function angleBetween(a: number[], b: number[]): number {
  return Number.NaN;
}

/** The vector at `t` on the arc from `a` (t = 0) to `b` (t = 1). */
export function slerp(a: number[], b: number[], t: number): number[] {
  return [];
}

/** `count` vectors in equal steps from `a` to `b`, both included. */
export function walk(a: number[], b: number[], count: number): number[][] {
  return [];
}
