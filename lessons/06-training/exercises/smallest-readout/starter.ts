/** The weight of one feature, where long weights cost something. */
export function ridgeWeight(x: number[], y: number[], ridge: number): number {
  return 0;
}

/** Of all readouts that give the picture `y`, the shortest. */
export function smallestReadout(features: number[], y: number): number[] {
  return [];
}

/** The root of the sum of squares. */
export function readoutLength(w: number[]): number {
  return 0;
}
