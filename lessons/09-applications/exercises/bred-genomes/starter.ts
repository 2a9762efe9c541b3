/** A child of several parents, each by its share. */
export function blend(parents: number[][], shares: number[]): number[] {
  return [];
}

/** A child that has each number from one of two. */
export function cross(a: number[], b: number[], tosses: boolean[]): number[] {
  return [];
}

/** The parent, and a little noise. */
export function mutate(parent: number[], noise: number[], strength: number): number[] {
  return [];
}
