// expect: nothing is discounted
/** The sum of all rewards, each discounted by its distance from the first. */
export function discountedReturn(rewards: number[], gamma: number): number {
  return rewards.reduce((sum, reward, t) => sum + gamma ** t * reward, 0);
}

/** For each step, the return from it on. */
export function returnsToGo(rewards: number[], gamma: number): number[] {
  const returns: number[] = [];
  let toGo = 0;
  for (let t = rewards.length - 1; t >= 0; t--) {
    toGo = rewards[t]! + toGo;
    returns[t] = toGo;
  }
  return returns;
}
