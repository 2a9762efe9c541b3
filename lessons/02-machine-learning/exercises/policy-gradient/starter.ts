/** How the logarithm of the action's probability changes with each logit. */
export function logProbabilityGradient(logits: number[], action: number): number[] {
  return [];
}

/** Each return less the mean of the others. */
export function advantages(returns: number[]): number[] {
  return [];
}

/** The direction in which the expected return rises, from a batch of actions: a number for each logit. */
export function policyGradient(
  logits: number[],
  actions: number[],
  advantages: number[],
): number[] {
  return [];
}
