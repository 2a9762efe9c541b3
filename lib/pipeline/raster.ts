/** One picture as the operations on pixels read and make it: numbers from 0, black, to 1, white, in double precision. */
import {type ByteImages, imageSize} from "../image.js";

export type RasterShape = readonly [h: number, w: number, c: number];

export interface Raster {
  /** [h, w, c], row-major, channels last. */
  readonly data: Float64Array;
  readonly shape: RasterShape;
}

/** Picture `index` of `images`. No loss: `bytesOf` gives the same bytes again. */
export function rasterOf({data, shape}: ByteImages, index = 0): Raster {
  const [n, h, w, c] = shape;
  if (!Number.isInteger(index) || index < 0 || index >= n)
    throw new RangeError(`invalid picture index: ${index} (an integer from 0 to ${n - 1})`);
  const size = imageSize(shape);
  const bytes = data.subarray(index * size, (index + 1) * size);
  return {data: Float64Array.from(bytes, (byte) => byte / 255), shape: [h, w, c]};
}

/** As one stored picture. Loss: up to half a step of 1/255, and all that lies outside of 0 to 1. */
export function bytesOf({data, shape}: Raster): ByteImages {
  const bytes = Uint8Array.from(data, (value) => Math.round(255 * Math.max(0, Math.min(1, value))));
  return {data: bytes, shape: [1, ...shape]};
}

/** Of the same shape, each value made of the one at its place. */
export function mapped({data, shape}: Raster, of: (value: number, at: number) => number): Raster {
  return {data: data.map(of), shape};
}

/** With `border` more pixels on each side, which repeat the edge: so every pixel has neighbours. No loss. */
export function padded({data, shape: [h, w, c]}: Raster, border: number): Raster {
  const [tall, wide] = [h + 2 * border, w + 2 * border];
  const result = new Float64Array(tall * wide * c);
  for (let y = 0; y < tall; y++)
    for (let x = 0; x < wide; x++) {
      const from = (clamped(y - border, h) * w + clamped(x - border, w)) * c;
      for (let k = 0; k < c; k++) result[(y * wide + x) * c + k] = data[from + k]!;
    }
  return {data: result, shape: [tall, wide, c]};
}

/** The place on a line of `count` pixels that is nearest to `place`. */
export function clamped(place: number, count: number): number {
  return Math.max(0, Math.min(count - 1, place));
}
