/**
 * Near-copies: the share of made pictures that are nearer to a training picture than nearly all real ones are.
 *
 *     near-copy   nearest(picture) < the 5 % quantile of nearest(held-out real pictures)
 *
 * Of real pictures that were not learned from 5 % are near-copies, by definition. A model that copies has far more; one that invents has
 * about as many. Pixels decide, as in nearest.ts, so that a copy that is moved by a pixel is missed.
 */
import {type ByteImages, imageSize} from "../image.js";
import {type Floor, quantile} from "./floor.js";
import {nearestPicture} from "./nearest.js";

/** Share of held-out pictures that count as near-copies. */
export const nearShare = 0.05;

/** The distance below which a picture is a near-copy, from those of held-out pictures to the training pictures. */
export function nearCopyLimit(heldOut: readonly number[]): number {
  return quantile(heldOut, nearShare);
}

/** Share of `distances` (n >= 1) below `limit`. */
export function shareBelow(distances: readonly number[], limit: number): number {
  if (distances.length === 0) throw new RangeError("too few pictures: 0 (at least 1)");
  return distances.filter((distance) => distance < limit).length / distances.length;
}

/** Between which shares of `count` held-out pictures 95 of 100 lie, about: two standard deviations around 5 %. */
export function nearCopyFloor(count: number): Floor {
  const spread = 2 * Math.sqrt((nearShare * (1 - nearShare)) / count);
  return {low: Math.max(0, nearShare - spread), high: nearShare + spread};
}

/** Of each picture the distance to the nearest of `pictures`. */
export function nearestDistances(made: ByteImages, pictures: ByteImages): number[] {
  const size = imageSize(made.shape);
  return Array.from({length: made.shape[0]}, (_, i) => {
    return nearestPicture(made.data.subarray(i * size, (i + 1) * size), pictures).distance;
  });
}
