/** What a garment of these features is worth. */
export function worth(weights: number[], features: number[]): number {
  return 0;
}

/** How probable each of several is to be taken, from what they are worth. */
export function choiceChances(values: number[]): number[] {
  return [];
}

/** The weights after one click. */
export function learnedFrom(
  weights: number[],
  offered: number[][],
  taken: number,
  rate: number,
): number[] {
  return [];
}
