/**
 * Two scores of a picture against the one that it should be, by its bytes.
 *
 *     PSNR = 10 log₁₀(255² / mean (x - y)²),  in decibel
 *     SSIM = mean over windows of (2 μx μy + c₁)(2 σxy + c₂) / ((μx² + μy² + c₁)(σx² + σy² + c₂))
 *
 * (SSIM: Wang et al., 2004, eq. 13; windows of 11 by 11 weighed by a normal curve with σ 1.5, wherever they fit; c₁ = 2.55², c₂ = 7.65².) SSIM is 1 for
 * equal pictures. Channels are windows of their own. PSNR is infinite for equal pictures, so they have none.
 */
import {exponential} from "../exact-functions.js";
import {imageSize} from "../image.js";
import {naturalLog} from "../random.js";
import type {Sample} from "./metric.js";
import {pairMetric} from "./pair-metric.js";

const side = 11;
const [c1, c2] = [2.55 ** 2, 7.65 ** 2];
const weights = windowWeights(1.5);

export const peakSignalToNoise = pairMetric({
  scoreless: "are equal in every pixel, which makes their PSNR infinite",
  score: (real, made, places) =>
    decibels(pictureAt(real, places.real), pictureAt(made, places.made)),
});

export const structuralSimilarity = pairMetric({
  scoreless: "have no SSIM",
  score: (real, made, places) =>
    similarityOf(pictureAt(real, places.real), pictureAt(made, places.made), made.pictures.shape),
});

/** PSNR; `undefined` for equal pictures. */
export function decibels(x: Uint8Array, y: Uint8Array): number | undefined {
  const sum = x.reduce((sum, value, i) => sum + (value - y[i]!) ** 2, 0);
  return sum === 0 ? undefined : (-10 * naturalLog(sum / x.length / 255 ** 2)) / Math.LN10;
}

/** SSIM of two pictures of [.., h, w, c], at least 11 by 11. */
export function similarityOf(
  x: Uint8Array,
  y: Uint8Array,
  [, h, w, c]: Sample["pictures"]["shape"],
): number {
  if (h < side || w < side)
    throw new RangeError(
      `too small a picture for SSIM: ${h} by ${w} (at least ${side} by ${side})`,
    );
  let sum = 0;
  for (let row = 0; row + side <= h; row++)
    for (let column = 0; column + side <= w; column++)
      for (let channel = 0; channel < c; channel++)
        sum += windowSimilarity(x, y, (row * w + column) * c + channel, w, c);
  return sum / ((h - side + 1) * (w - side + 1) * c);
}

function windowSimilarity(x: Uint8Array, y: Uint8Array, first: number, w: number, c: number) {
  let [mx, my, xx, yy, xy] = [0, 0, 0, 0, 0];
  for (let i = 0; i < side * side; i++) {
    const at = first + (Math.floor(i / side) * w + (i % side)) * c;
    const [a, b, weight] = [x[at]!, y[at]!, weights[i]!];
    mx += weight * a;
    my += weight * b;
    xx += weight * a * a;
    yy += weight * b * b;
    xy += weight * a * b;
  }
  const likeness = (2 * mx * my + c1) * (2 * (xy - mx * my) + c2);
  return likeness / ((mx * mx + my * my + c1) * (xx - mx * mx + (yy - my * my) + c2));
}

function windowWeights(sigma: number): Float64Array {
  const middle = (side - 1) / 2;
  const line = Array.from({length: side}, (_, i) =>
    exponential(-((i - middle) ** 2) / 2 / sigma ** 2),
  );
  const sum = line.reduce((a, b) => a + b, 0);
  return Float64Array.from(
    {length: side * side},
    (_, i) => (line[Math.floor(i / side)]! * line[i % side]!) / sum ** 2,
  );
}

function pictureAt({pictures}: Sample, place: number): Uint8Array {
  const size = imageSize(pictures.shape);
  return pictures.data.subarray(place * size, (place + 1) * size);
}
