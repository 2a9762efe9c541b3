/**
 * Non-local means: every pixel becomes a mean of pixels whose surroundings look like its own, wherever these stand.
 *
 *     y_p = Σ_d w(p, d) x_{p+d} / Σ_d w(p, d),        |d| <= s in rows and in columns
 *     w(p, d) = exp(-D / h²),     D = mean over the patch, |e| <= 2, and over channels of (x_{p+e} - x_{p+d+e})²
 *
 * (Buades, Coll & Morel, 2005, section 3, with an even patch of 5 by 5.) Edges are repeated. Loss: what is like nothing else in reach stays as noisy as it was; texture whose
 * differences are below the strength h is taken for noise.
 */
import {exponential} from "../exact-functions.js";
import {checkPositive} from "./bilateral-filter.js";
import {padded, type Raster} from "./raster.js";

const patch = 2;

/** `reach`, s, in pixels, at least 1; `strength`, h, above 0, black to white being 1. */
export function nonLocalMeans(raster: Raster, reach: number, strength: number): Raster {
  if (!Number.isInteger(reach) || reach < 1)
    throw new RangeError(`invalid reach: ${reach} (a whole number, at least 1)`);
  checkPositive("strength", strength);
  const [h, w, c] = raster.shape;
  const around = padded(raster, patch + reach);
  const sums = new Float64Array(h * w * c);
  const weights = new Float64Array(h * w);
  for (let dy = -reach; dy <= reach; dy++)
    for (let dx = -reach; dx <= reach; dx++) {
      const alike = patchDifferences(around, reach, dy, dx, [h, w]);
      for (let p = 0; p < h * w; p++) {
        const weight = exponential(-alike[p]! / c / (strength * strength));
        const row = Math.floor(p / w) + patch + reach + dy;
        const from = (row * around.shape[1] + (p % w) + patch + reach + dx) * c;
        weights[p]! += weight;
        for (let k = 0; k < c; k++) sums[p * c + k]! += weight * around.data[from + k]!;
      }
    }
  return {data: sums.map((sum, i) => sum / weights[Math.floor(i / c)]!), shape: raster.shape};
}

/** Of each pixel c · D for one d, [h · w]: squared differences first, then their means over patches, rows before columns. */
function patchDifferences(
  {data, shape: [, wide, c]}: Raster,
  reach: number,
  dy: number,
  dx: number,
  [h, w]: readonly [number, number],
): Float64Array {
  const edge = 2 * patch + 1;
  const [tall, broad] = [h + 2 * patch, w + 2 * patch];
  const squares = new Float64Array(tall * broad);
  for (let y = 0; y < tall; y++)
    for (let x = 0; x < broad; x++) {
      const here = ((y + reach) * wide + x + reach) * c;
      const there = here + (dy * wide + dx) * c;
      let sum = 0;
      for (let k = 0; k < c; k++) sum += (data[here + k]! - data[there + k]!) ** 2;
      squares[y * broad + x] = sum;
    }
  const lines = new Float64Array(tall * w);
  for (let i = 0; i < lines.length; i++)
    for (let k = 0; k < edge; k++) lines[i]! += squares[Math.floor(i / w) * broad + (i % w) + k]!;
  const means = new Float64Array(h * w);
  for (let i = 0; i < means.length; i++)
    for (let k = 0; k < edge; k++) means[i]! += lines[i + k * w]! / edge ** 2;
  return means;
}
