/**
 * A zone plate: rings that get finer from the middle outwards, up to as fine as pixels can show.
 *
 *     x(r) = 1/2 + 1/2 cos(π r² / side),      r the distance from the middle in pixels
 *
 * At r the rings repeat every side / r pixels, so at the middle of an edge every two: Nyquist's limit, the finest that pixels can show. A picture half as wide can show the rings
 * of the inner half only. Such pictures have tested lenses since Fresnel, and resampling since there is television. Exact operations only.
 */
import {quarterCosine} from "../exact-functions.js";
import type {Raster} from "./raster.js";

/** [side, side, 1] */
export function zonePlate(side: number): Raster {
  const middle = (side - 1) / 2;
  const data = Float64Array.from({length: side * side}, (_, i) => {
    const [x, y] = [(i % side) - middle, Math.floor(i / side) - middle];
    return 0.5 + 0.5 * cosine((x * x + y * y) / side);
  });
  return {data, shape: [side, side, 1]};
}

/** cos(π t) */
function cosine(t: number): number {
  const turn = t - 2 * Math.floor(t / 2);
  const half = turn > 1 ? 2 - turn : turn;
  return half > 0.5 ? -quarterCosine(2 - 2 * half) : quarterCosine(2 * half);
}
