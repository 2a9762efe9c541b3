/**
 * Pictures made worse on purpose, as cameras and lines make them.
 *
 *     normal noise       y = x + σ n,   n ~ N(0, 1) for each value         (a sensor in the dark)
 *     salt and pepper    y = 0 or 1 for a share of the pixels, else x       (dead pixels, a bad line)
 *
 * Loss: what was there is covered, not moved; normal noise is cut at 0 and 1, as a camera cuts it. The mean over many noisy pictures of the same thing
 * comes back to the picture, but for what was cut. Pixels of salt and pepper are gone.
 */
import type {Random} from "../random.js";
import {mapped, type Raster} from "./raster.js";

/** `sigma` >= 0, black to white being 1. */
export function withNormalNoise(raster: Raster, sigma: number, random: Random): Raster {
  if (!(sigma >= 0)) throw new RangeError(`invalid sigma: ${sigma} (a number, 0 or more)`);
  return mapped(raster, (value) => Math.max(0, Math.min(1, value + sigma * random.normal())));
}

/** round(share · pixels) pixels, all channels of each, black or white by chance; `share` from 0 to 1. */
export function withSaltAndPepper(raster: Raster, share: number, random: Random): Raster {
  if (!(share >= 0 && share <= 1))
    throw new RangeError(`invalid share: ${share} (a number from 0 to 1)`);
  const [h, w, c] = raster.shape;
  const data = raster.data.slice();
  for (const pixel of random.permutation(h * w).subarray(0, Math.round(share * h * w)))
    data.fill(random.integer(2), pixel * c, (pixel + 1) * c);
  return {data, shape: raster.shape};
}
