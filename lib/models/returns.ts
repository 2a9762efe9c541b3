/**
 * Returns-to-go: what is still to come after each stroke, later rewards counting less by the discount gamma,
 *
 *     G_t = r_t + gamma G_(t+1)          (Sutton & Barto, 2018, eq. 3.9)
 */

/** `rewards` and the result are [T]; `gamma` is from 0 to 1. */
export function returnsToGo(rewards: ArrayLike<number>, gamma: number): Float64Array {
  if (!(gamma >= 0 && gamma <= 1))
    throw new RangeError(`invalid gamma: ${gamma} (a number from 0 to 1)`);
  const returns = new Float64Array(rewards.length);
  let toGo = 0;
  for (let t = rewards.length - 1; t >= 0; t--) {
    toGo = rewards[t]! + gamma * toGo;
    returns[t] = toGo;
  }
  return returns;
}

/** When an agent is told what it has earned: after every stroke, or the sum of all after the last. */
export type RewardTime = "each" | "end";

/** `rewards` [T] as the agent is told them. */
export function toldRewards(rewards: Float32Array, time: RewardTime): Float32Array {
  if (time === "each") return rewards;
  const told = new Float32Array(rewards.length);
  told[told.length - 1] = rewards.reduce((sum, reward) => sum + reward, 0);
  return told;
}
