/** The shares of one picture's logits: positive, and 1 in sum. */
export function softmax(logits: number[]): number[] {
  return logits;
}

/** The mean over the batch of -log of the right class's share. */
export function crossEntropy(logits: number[][], labels: number[]): number {
  return 0;
}

/** How the loss changes with each logit, in the shape of `logits`. */
export function crossEntropyGradient(logits: number[][], labels: number[]): number[][] {
  return logits;
}
