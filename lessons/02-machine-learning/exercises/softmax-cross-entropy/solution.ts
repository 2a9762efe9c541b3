/** The shares of one picture's logits: positive, and 1 in sum. */
export function softmax(logits: number[]): number[] {
  const largest = Math.max(...logits);
  const powers = logits.map((z) => Math.exp(z - largest));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/** The mean over the batch of -log of the right class's share. */
export function crossEntropy(logits: number[][], labels: number[]): number {
  const losses = logits.map((row, n) => logSumExp(row) - row[labels[n]!]!);
  return losses.reduce((a, b) => a + b, 0) / losses.length;
}

/** How the loss changes with each logit, in the shape of `logits`. */
export function crossEntropyGradient(logits: number[][], labels: number[]): number[][] {
  return logits.map((row, n) =>
    softmax(row).map((p, k) => (p - (k === labels[n] ? 1 : 0)) / logits.length),
  );
}

function logSumExp(row: number[]): number {
  const largest = Math.max(...row);
  return largest + Math.log(row.reduce((sum, z) => sum + Math.exp(z - largest), 0));
}
