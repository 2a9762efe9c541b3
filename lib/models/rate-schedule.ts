/**
 * What share of its learning rate a run of n steps takes at its step t = 0, 1, …, n - 1:
 *
 *   constant   1
 *   warm-up    min(1, (t + 1) / (n / 10))                       grows over the first tenth (Goyal et al., 2017)
 *   cosine     (1 + cos(pi t / n)) / 2 = cos²(pi t / 2n)        falls to nothing (Loshchilov & Hutter, 2017)
 *   both       the product of the last two
 *
 * The cosine is made of exact operations, so that it has the same bits everywhere.
 */
import {quarterCosine} from "../exact-functions.js";

export const scheduleNames = ["constant", "warmUp", "cosine", "both"] as const;
export type ScheduleName = (typeof scheduleNames)[number];

const warmShare = 0.1;

export function rateShare(schedule: ScheduleName, step: number, steps: number): number {
  const warm = Math.min(1, (step + 1) / Math.max(1, warmShare * steps));
  const fall = quarterCosine(Math.min(1, step / steps)) ** 2;
  switch (schedule) {
    case "constant":
      return 1;
    case "warmUp":
      return warm;
    case "cosine":
      return fall;
    case "both":
      return warm * fall;
  }
}
