/** How much two pictures differ: the root of the mean squared difference. */
export function change(a: number[], b: number[]): number {
  return Number.NaN;
}

/** For each source whether the picture changes more without it than in every run by lot. */
export function beyond(whole: number[], without: number[][], byLot: number[][]): boolean[] {
  return [];
}

/** The share of all changes, `own` included, that are at least as large as `own`. */
export function chance(own: number, lots: number[]): number {
  return Number.NaN;
}
