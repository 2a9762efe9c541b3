// expect: At each step it begins anew
/** The sum of all rewards, each discounted by its distance from the first. */
export function discountedReturn(rewards: number[], gamma: number): number {
  return rewards.reduce((sum, reward, t) => sum + gamma ** t * reward, 0);
}

/** For each step, the return from it on. */
export function returnsToGo(rewards: number[], gamma: number): number[] {
  const discounted = rewards.map((reward, t) => gamma ** t * reward);
  return rewards.map((_, t) => discounted.slice(t).reduce((a, b) => a + b, 0));
}
