/** The logarithm of the probability of one picture's pixels, given their logits. */
export function logLikelihood(logits: number[], pixels: number[]): number {
  return Number.NaN;
}

/** The evidence lower bound: the mean over the batch of log-likelihood less beta times divergence. */
export function elbo(
  logits: number[][],
  pixels: number[][],
  mu: number[][],
  logvar: number[][],
  beta: number,
): number {
  return Number.NaN;
}

/** How the bound changes with each logit. */
export function logitGradient(logits: number[][], pixels: number[][]): number[][] {
  return [];
}
