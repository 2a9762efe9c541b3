/** The sum of all rewards, each discounted by its distance from the first. */
export function discountedReturn(rewards: number[], gamma: number): number {
  return Number.NaN;
}

/** For each step, the return from it on. */
export function returnsToGo(rewards: number[], gamma: number): number[] {
  return [];
}
