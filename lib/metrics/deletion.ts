/**
 * Whether a map of a picture marks what counts: take out what it marks most, and see how far the score falls.
 *
 *     fall = s(x without k pixels of the lot) - s(x without the k most marked)
 *
 * (Samek and others, 2017; Petsiuk, Das & Saenko, 2018.) A pixel that is taken out gets a value that says nothing; which one is
 * a choice, and the result depends on it.
 */
import type {Random} from "../random.js";

/** The places of `map`, the most marked first. Equal ones come in an order drawn by lot. */
export function mostMarkedFirst(map: ArrayLike<number>, random: Random): Uint32Array {
  return random.permutation(map.length).sort((i, j) => map[j]! - map[i]!);
}

/** `picture` with the first `count` of `places` set to `value`. */
export function without(
  picture: Float32Array,
  places: Uint32Array,
  count: number,
  value: number,
): Float32Array {
  if (!Number.isInteger(count) || count < 0 || count > places.length)
    throw new RangeError(
      `invalid number of pixels: ${count} (a whole number from 0 to ${places.length})`,
    );
  const left = picture.slice();
  for (const place of places.subarray(0, count)) left[place] = value;
  return left;
}
