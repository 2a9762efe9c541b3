// expect: What was earned before a step is not its merit
/** The sum of all rewards, each discounted by its distance from the first. */
export function discountedReturn(rewards: number[], gamma: number): number {
  return rewards.reduce((sum, reward, t) => sum + gamma ** t * reward, 0);
}

/** For each step, the return from it on. */
export function returnsToGo(rewards: number[], gamma: number): number[] {
  return rewards.map(() => discountedReturn(rewards, gamma));
}
