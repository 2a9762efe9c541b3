/** The logarithm of the probability of one picture's pixels, given their logits. */
export function logLikelihood(logits: number[], pixels: number[]): number {
  let total = 0;
  for (const [p, a] of logits.entries()) total += pixels[p]! * a - softplus(a);
  return total;
}

/** The evidence lower bound: the mean over the batch of log-likelihood less beta times divergence. */
export function elbo(
  logits: number[][],
  pixels: number[][],
  mu: number[][],
  logvar: number[][],
  beta: number,
): number {
  let total = 0;
  for (let i = 0; i < logits.length; i++)
    total += logLikelihood(logits[i]!, pixels[i]!) - beta * divergence(mu[i]!, logvar[i]!);
  return total / logits.length;
}

/** How the bound changes with each logit. */
export function logitGradient(logits: number[][], pixels: number[][]): number[][] {
  return logits.map((row, i) => row.map((a, p) => (pixels[i]![p]! - sigmoid(a)) / logits.length));
}

/** From the standard normal. */
function divergence(mu: number[], logvar: number[]): number {
  let total = 0;
  for (const [j, m] of mu.entries())
    total += 0.5 * (m ** 2 + Math.exp(logvar[j]!) - logvar[j]! - 1);
  return total;
}

/** ln(1 + exp(x)), without overflow. */
function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
