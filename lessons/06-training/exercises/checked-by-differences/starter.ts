/** What a layer gives: a number for each row of weights. */
export function layer(weights: number[][], x: number[]): number[] {
  return [];
}

/** How the loss changes with each weight and each input. */
export function backward(weights: number[][], x: number[], blame: number[]) {
  return {weights: [[]] as number[][], x: [] as number[]};
}

/** How the loss changes with each weight, by moving it. */
export function byDifferences(weights: number[][], x: number[], blame: number[], h: number) {
  return [[]] as number[][];
}
