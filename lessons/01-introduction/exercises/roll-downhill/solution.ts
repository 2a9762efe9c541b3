/** Each weight times its pixel, all added up, and the bias. */
export function score(weights: number[], bias: number, pixels: number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * pixels[i]!, bias);
}

/** The probability of yes. */
export function answer(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

/** The weights and the bias after one step of gradient descent on one picture. */
export function step(
  weights: number[],
  bias: number,
  pixels: number[],
  target: number,
  rate: number,
) {
  const error = answer(score(weights, bias, pixels)) - target;
  const moved = weights.map((weight, i) => weight - rate * error * pixels[i]!);
  return {weights: moved, bias: bias - rate * error};
}
