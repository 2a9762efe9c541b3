/** The cosine of the angle between two lists of numbers. */
export function similarity(a: number[], b: number[]): number {
  return Number.NaN;
}

/** Minus the logarithm of the share of number `right` in the softmax of the similarities over the temperature. */
export function pairLoss(row: number[], right: number, temperature: number): number {
  return Number.NaN;
}

/** The mean loss of rows and columns; their right ones are on the diagonal. */
export function contrastiveLoss(similarities: number[][], temperature: number): number {
  return Number.NaN;
}

/** The place of number `right` among all, 1 for the most similar. */
export function rankOf(row: number[], right: number): number {
  return Number.NaN;
}
