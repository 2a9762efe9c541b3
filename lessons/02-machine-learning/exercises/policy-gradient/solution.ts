/** How the logarithm of the action's probability changes with each logit. */
export function logProbabilityGradient(logits: number[], action: number): number[] {
  return softmax(logits).map((p, k) => (k === action ? 1 : 0) - p);
}

/** Each return less the mean of the others. */
export function advantages(returns: number[]): number[] {
  const others = returns.length - 1;
  if (others === 0) return returns;
  return returns.map((own) => own - (sum(returns) - own) / others);
}

/** The direction in which the expected return rises, from a batch of actions: a number for each logit. */
export function policyGradient(
  logits: number[],
  actions: number[],
  advantages: number[],
): number[] {
  const pulls = actions.map((action) => logProbabilityGradient(logits, action));
  return logits.map(
    (_, k) => sum(pulls.map((pull, n) => advantages[n]! * pull[k]!)) / actions.length,
  );
}

function softmax(logits: number[]): number[] {
  const largest = Math.max(...logits);
  const powers = logits.map((z) => Math.exp(z - largest));
  return powers.map((power) => power / sum(powers));
}

function sum(values: number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
