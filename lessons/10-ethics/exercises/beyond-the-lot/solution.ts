/** How much two pictures differ: the root of the mean squared difference. */
export function change(a: number[], b: number[]): number {
  const squares = a.reduce((sum, value, i) => sum + (value - b[i]!) ** 2, 0);
  return Math.sqrt(squares / a.length);
}

/** For each source whether the picture changes more without it than in every run by lot. */
export function beyond(whole: number[], without: number[][], byLot: number[][]): boolean[] {
  const floor = Math.max(...byLot.map((picture) => change(whole, picture)));
  return without.map((picture) => change(whole, picture) > floor);
}

/** The share of all changes, `own` included, that are at least as large as `own`. */
export function chance(own: number, lots: number[]): number {
  const larger = lots.filter((each) => each >= own).length;
  return (1 + larger) / (1 + lots.length);
}
