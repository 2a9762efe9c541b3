/** The learning rates that run side by side, by the name of their curve: each about three times the one before. */
export const sweptRates = {
  rate1: 0.0001,
  rate2: 0.0003,
  rate3: 0.001,
  rate4: 0.003,
  rate5: 0.01,
  rate6: 0.03,
  rate7: 0.1,
  rate8: 0.3,
  rate9: 1,
  rate10: 3,
} as const;

export type RateName = keyof typeof sweptRates;

export const rateNames = Object.keys(sweptRates) as RateName[];

/** Steps whose mean loss is taken for the loss now: a single batch is too small to say. */
const meanOver = 20;

/** The mean of the last steps up to `step`, of those that there are; NaN before the first. */
export function lossAt(values: ArrayLike<number>, step: number): number {
  const last = Math.min(step, values.length);
  const from = Math.max(0, last - meanOver);
  let sum = 0;
  for (let i = from; i < last; i++) sum += values[i]!;
  return sum / (last - from);
}

/** The place of the least; -1 where there is none. */
export function leastOf(losses: readonly number[]): number {
  return losses.reduce((best, loss, i) => (loss < (losses[best] ?? Infinity) ? i : best), -1);
}
