/** Each weight times its pixel, all added up, and the bias. */
export function score(weights: number[], bias: number, pixels: number[]): number {
  return Number.NaN;
}

/** The probability of yes. */
export function answer(score: number): number {
  return Number.NaN;
}

/** The weights and the bias after one step of gradient descent on one picture. */
export function step(
  weights: number[],
  bias: number,
  pixels: number[],
  target: number,
  rate: number,
) {
  return {weights, bias};
}
