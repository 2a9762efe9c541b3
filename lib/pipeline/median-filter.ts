/**
 * Median filter: every value becomes the middle one of those in a square around it.
 *
 *     y_p = median { x_q : |q - p| <= r in rows and in columns },      channel by channel
 *
 * (Tukey, 1971.) Edges are repeated. Loss: what takes up less than half of the square is gone: single wild pixels, and lines and corners, too. Edges stay as sharp as they were.
 */
import {padded, type Raster} from "./raster.js";

/** `radius` r in pixels, 0 or more; 0 leaves the picture as it is. */
export function medianFilter(raster: Raster, radius: number): Raster {
  if (!Number.isInteger(radius) || radius < 0)
    throw new RangeError(`invalid radius: ${radius} (a whole number, 0 or more)`);
  const [h, w, c] = raster.shape;
  const {data, shape} = padded(raster, radius);
  const edge = 2 * radius + 1;
  const square = new Float64Array(edge * edge);
  const result = new Float64Array(h * w * c);
  for (let at = 0; at < result.length; at++) {
    const [channel, x, y] = [at % c, Math.floor(at / c) % w, Math.floor(at / (c * w))];
    for (let k = 0; k < square.length; k++)
      square[k] = data[((y + Math.floor(k / edge)) * shape[1] + x + (k % edge)) * c + channel]!;
    result[at] = square.sort()[(square.length - 1) / 2]!;
  }
  return {data: result, shape: raster.shape};
}
