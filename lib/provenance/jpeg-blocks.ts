/**
 * Pictures as JPEG keeps them: blocks of 8 by 8 pixels as sums of cosines, whose amounts are rounded to steps (ITU-T T.81, annex A.3.3 and
 * table K.1).
 *
 *     F = C f Cᵀ,   C_kx = c_k cos((2x + 1) k π / 16) / 2,   c_0 = 1/√2, else 1
 *     kept = Q · round(F / Q),   f' = Cᵀ kept C
 *
 * All that JPEG loses is in this rounding; the packing that follows it loses nothing. Grey bytes [n, h, w, 1]. Sides that are no multiple of 8
 * are filled up with the last row and column.
 */
import type {ByteImages} from "../image.js";
import {eachPicture} from "./picture-attacks.js";

const side = 8;

/** Steps of the amounts at quality 50, row by row: fine ones for slow waves, coarse ones for fast. */
const steps = [
  ...[16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55],
  ...[14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62],
  ...[18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92],
  ...[49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99],
] as const;

const cosines = Float64Array.from({length: side * side}, (_, i) => {
  const [k, x] = [Math.floor(i / side), i % side];
  return ((k === 0 ? Math.SQRT1_2 : 1) * Math.cos(((2 * x + 1) * k * Math.PI) / 16)) / 2;
});

/** The steps at a `quality` from 1 to 100, as the Independent JPEG Group scales them. */
export function jpegSteps(quality: number): readonly number[] {
  if (!Number.isInteger(quality) || quality < 1 || quality > 100)
    throw new RangeError(`invalid quality: ${quality} (a whole number from 1 to 100)`);
  const scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
  return steps.map((step) => Math.max(1, Math.min(255, Math.floor((step * scale + 50) / 100))));
}

/** `images` as they come out of a JPEG file of that quality. */
export function recompressed(images: ByteImages, quality: number): ByteImages {
  return roundedWaves(images, jpegSteps(quality));
}

/** `images` after their waves have been rounded to `rounding`, [64]. */
export function roundedWaves(images: ByteImages, rounding: readonly number[]): ByteImages {
  return eachPicture(images, (pixels, h, w) => {
    const result = new Float64Array(h * w);
    for (let top = 0; top < h; top += side)
      for (let left = 0; left < w; left += side) {
        const at = (i: number) => {
          const y = Math.min(h - 1, top + Math.floor(i / side));
          return y * w + Math.min(w - 1, left + (i % side));
        };
        const block = Float64Array.from({length: side * side}, (_, i) => pixels[at(i)]! - 128);
        const kept = waves(block).map(
          (amount, i) => rounding[i]! * Math.round(amount / rounding[i]!),
        );
        // Backwards, so that of pixels beyond the edge the one that is there is written last.
        const back = pixelsOf(kept);
        for (let i = side * side - 1; i >= 0; i--) result[at(i)] = back[i]! + 128;
      }
    return result;
  });
}

/** C f Cᵀ. */
function waves(block: Float64Array): Float64Array {
  return product(cosines, product(block, cosines, "second turned"));
}

/** Cᵀ F C. */
function pixelsOf(amounts: Float64Array): Float64Array {
  return product(cosines, product(amounts, cosines), "first turned");
}

/** a b of two blocks, of which one may be transposed. */
function product(
  a: Float64Array,
  b: Float64Array,
  turned?: "first turned" | "second turned",
): Float64Array {
  const [row, step] = turned === "first turned" ? [1, side] : [side, 1];
  const [down, column] = turned === "second turned" ? [1, side] : [side, 1];
  return Float64Array.from({length: side * side}, (_, i) => {
    const [y, x] = [Math.floor(i / side), i % side];
    let sum = 0;
    for (let k = 0; k < side; k++) sum += a[y * row + k * step]! * b[k * down + x * column]!;
    return sum;
  });
}
