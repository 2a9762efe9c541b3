/**
 * Copies among pictures: two are taken for one where the root mean square difference of their small pixels is below a limit, black to white
 * being 1. So a picture that was saved again, made smaller or given another format is found, though no byte of its file is the same; one that was
 * moved or cut is not.
 */
import type {OwnPicture} from "./own-set.js";

/** About five of 255 steps: what saving again changes in a picture this small is less. */
export const alikeBelow = 0.02;

/** The place of the first of `pictures` that looks like `pixels`; -1 where none does. */
export function alikeIn(pictures: readonly OwnPicture[], pixels: Uint8Array): number {
  const most = (255 * alikeBelow) ** 2 * pixels.length;
  return pictures.findIndex((each) => isWithin(each.pixels, pixels, most));
}

/** Whether the squared differences add up to less than `most`. */
function isWithin(a: Uint8Array, b: Uint8Array, most: number): boolean {
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    sum += (a[i]! - b[i]!) ** 2;
    if (sum >= most) return false;
  }
  return true;
}
