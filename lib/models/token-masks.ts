/**
 * How many tokens are missing: in training by chance, in generation round by round, both by the same curve (Chang et al., 2022, section
 * 3.3, where it is called "square"). Few are left open for long at the end, for the last ones are known best.
 *
 *     missing(t) = 1 - t²,   t from 0 (all of them) to 1 (none)
 */
import type {Random} from "../random.js";

/** Masks [count · places]: 1 where a token is missing, in each picture at least one. t is uniform. */
export function randomMasks(count: number, places: number, random: Random): Float32Array {
  const masks = new Float32Array(count * places);
  for (let i = 0; i < count; i++) {
    const t = random.uniform();
    const missing = Math.ceil(places * (1 - t * t));
    for (const place of random.permutation(places).subarray(0, missing))
      masks[i * places + place] = 1;
  }
  return masks;
}

/** Of `missing` tokens those that are still missing after `round` of `rounds`: fewer with each round, none after the last. */
export function missingAfter(round: number, rounds: number, missing: number): number {
  const t = round / rounds;
  return Math.max(0, Math.min(missing - round, Math.floor(missing * (1 - t * t))));
}
