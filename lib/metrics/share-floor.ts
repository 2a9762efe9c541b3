/**
 * The floor of a share: what it comes to for n real pictures, drawn from more of them without replacement.
 *
 *     floor = the middle 95 % of { mean of right_i over i in S : S a random set of n }
 *
 * A generator whose pictures are recognised as often as this cannot be told from real ones by this share.
 */
import type {Random} from "../random.js";
import {type Floor, floorOf} from "./floor.js";

/** Shares, 0 to 1, of `right` (1 for right, 0 for wrong) in `draws` random sets of `count`. */
export function shareFloor(right: Uint8Array, count: number, draws: number, random: Random): Floor {
  if (!Number.isInteger(count) || count < 1 || count > right.length)
    throw new RangeError(
      `invalid number of pictures: ${count} (a whole number from 1 to ${right.length})`,
    );
  const shareOf = () => {
    const chosen = random.permutation(right.length).subarray(0, count);
    return chosen.reduce((sum, index) => sum + right[index]!, 0) / count;
  };
  return floorOf(Array.from({length: draws}, shareOf));
}
