/**
 * Guidance without a classifier (Ho & Salimans, 2022, eq. 6): away from what is said without the condition, towards and beyond what is
 * said with it,
 *
 *     guided = unconditional + weight (conditional - unconditional)
 *
 * 0 leaves the condition out, 1 follows it, more exaggerates it (their w is weight - 1). It commutes with every conversion of
 * predictions.ts, so the kind of prediction does not matter.
 */
import type {Denoise} from "./sampling.js";

export interface Guidance {
  readonly conditional: Denoise;
  readonly unconditional: Denoise;
  readonly weight: number;
}

/** A network that is guided. With a weight of 0 or 1 only one of the two is asked. */
export function guided({conditional, unconditional, weight}: Guidance): Denoise {
  if (!Number.isFinite(weight))
    throw new RangeError(`invalid guidance weight: ${weight} (a finite number)`);
  if (weight === 0) return unconditional;
  if (weight === 1) return conditional;
  return async (x, t) => {
    const [without, withIt] = [await unconditional(x, t), await conditional(x, t)];
    return without.map((value, i) => value + weight * (withIt[i]! - value));
  };
}
