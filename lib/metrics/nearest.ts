/**
 * The training picture nearest to a generated one, by the root mean square difference of their pixels:
 *
 *     distance(a, b) = sqrt(mean((a - b)²)),   black to white being 1
 *
 * Shown beside each generated picture: a distance of 0 is a copy (the check of Theis et al., 2016, section 3.3, who also
 * show its limit: pictures that look alike but are shifted by a pixel are far apart).
 */
import {type ByteImages, imageSize} from "../image.js";

export interface Nearest {
  readonly index: number;
  /** From 0 (equal in every pixel) to 1 (black against white). */
  readonly distance: number;
}

/** The nearest of `pictures` (n >= 1) to `picture`, bytes of one picture of their size; the first one of equals. */
export function nearestPicture(picture: Uint8Array, pictures: ByteImages): Nearest {
  const size = imageSize(pictures.shape);
  if (picture.length !== size)
    throw new RangeError(`sizes differ: ${picture.length} and ${size} bytes a picture`);
  if (pictures.shape[0] === 0) throw new RangeError("too few pictures: 0 (at least 1)");
  let index = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < pictures.shape[0]; i++) {
    const sum = squaredDifference(picture, pictures.data, i * size, least);
    if (sum < least) {
      least = sum;
      index = i;
    }
  }
  return {index, distance: Math.sqrt(least / size) / 255};
}

/** The mean distance of `made` (n >= 1) to the nearest of `pictures`: near 0 when a model only copies. */
export function meanNearestDistance(made: ByteImages, pictures: ByteImages): number {
  const count = made.shape[0];
  if (count === 0) throw new RangeError("too few pictures: 0 (at least 1)");
  const size = imageSize(made.shape);
  let sum = 0;
  for (let i = 0; i < count; i++)
    sum += nearestPicture(made.data.subarray(i * size, (i + 1) * size), pictures).distance;
  return sum / count;
}

/** Σ (a - b)² in whole numbers, given up after a strip of pixels in which it has passed `limit`. */
function squaredDifference(a: Uint8Array, all: Uint8Array, start: number, limit: number): number {
  const strip = 56;
  let sum = 0;
  for (let first = 0; first < a.length && sum < limit; first += strip) {
    const end = Math.min(a.length, first + strip);
    for (let i = first; i < end; i++) {
      const difference = a[i]! - all[start + i]!;
      sum += difference * difference;
    }
  }
  return sum;
}
