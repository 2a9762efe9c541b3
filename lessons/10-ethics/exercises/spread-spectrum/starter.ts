/** The row with the mark. */
export function withMark(pixels: number[], signs: number[], strength: number): number[] {
  return [];
}

/** Each pixel minus the mean of its neighbours. */
export function residual(pixels: number[]): number[] {
  return [];
}

/** How well the residuals agree with the signs. */
export function score(residuals: number[], signs: number[]): number {
  return Number.NaN;
}

/** The score that exactly `alarms` of all stand before, from high to low. */
export function limit(scores: number[], alarms: number): number {
  return Number.NaN;
}
