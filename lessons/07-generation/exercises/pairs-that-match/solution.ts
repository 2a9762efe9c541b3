/** The cosine of the angle between two lists of numbers. */
export function similarity(a: number[], b: number[]): number {
  return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
}

/** Minus the logarithm of the share of number `right` in the softmax of the similarities over the temperature. */
export function pairLoss(row: number[], right: number, temperature: number): number {
  const scores = row.map((each) => each / temperature);
  const largest = Math.max(...scores);
  const sum = scores.reduce((total, score) => total + Math.exp(score - largest), 0);
  return largest + Math.log(sum) - scores[right]!;
}

/** The mean loss of rows and columns; their right ones are on the diagonal. */
export function contrastiveLoss(similarities: number[][], temperature: number): number {
  let losses = 0;
  for (let i = 0; i < similarities.length; i++) {
    const column = similarities.map((row) => row[i]!);
    losses += pairLoss(similarities[i]!, i, temperature);
    losses += pairLoss(column, i, temperature);
  }
  return losses / similarities.length / 2;
}

/** The place of number `right` among all, 1 for the most similar. */
export function rankOf(row: number[], right: number): number {
  return row.filter((each) => each >= row[right]!).length;
}

function product(a: number[], b: number[]): number {
  return a.reduce((sum, value, k) => sum + value * b[k]!, 0);
}
