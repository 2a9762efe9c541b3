/**
 * A picture as eighteen counts that say nothing of what it shows: how often its pixels have which grey, and how large the steps between neighbours
 * are.
 *
 *     [ pixels in each eighth of the greys | steps, across and down, in each eighth | pixels of 0 | pixels of 1 to 11 ],   ln(1 + count) each
 *
 * What gives a generator away is often there and not in the shape: in an even trace of noise, or in edges that are too soft (Fridrich and Kodovsky,
 * 2012, count such steps to find hidden messages). Grey bytes [n, h, w, 1] to n rows of 18.
 */
import {type ByteImages, imageSize} from "../image.js";

const bins = 8;
const binWidth = 256 / bins;
/** Below this a pixel is next to black. */
const nearBlack = 12;

export function textures(images: ByteImages): number[][] {
  const [n, , w, c] = images.shape;
  if (c !== 1) throw new RangeError(`invalid channels: ${c} (1)`);
  const size = imageSize(images.shape);
  return Array.from({length: n}, (_, i) =>
    textureOf(images.data.subarray(i * size, (i + 1) * size), w),
  );
}

function textureOf(pixels: Uint8Array, w: number): number[] {
  const greys = new Array<number>(bins).fill(0);
  const steps = new Array<number>(bins).fill(0);
  let [black, next] = [0, 0];
  for (const [i, value] of pixels.entries()) {
    greys[Math.floor(value / binWidth)]! += 1;
    if (value === 0) black++;
    else if (value < nearBlack) next++;
    if (i % w < w - 1) steps[Math.floor(Math.abs(value - pixels[i + 1]!) / binWidth)]! += 1;
    if (i + w < pixels.length) steps[Math.floor(Math.abs(value - pixels[i + w]!) / binWidth)]! += 1;
  }
  return [...greys, ...steps, black, next].map(Math.log1p);
}
