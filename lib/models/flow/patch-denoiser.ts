/**
 * The best guess of a picture out of a noisy one x = a x1 + s x0 (path.ts) when each pixel may look no farther than a patch around it, and the
 * pictures are a finite set y_1 .. y_m, all equally likely:
 *
 *     E[x1 | x]_p = Σ_k w_kp y_kp,     w_.p = softmax over k of -|x_P - a y_kP|² / 2s²
 *
 * where P is the square around the pixel p, cut off where the picture ends. No training: among all denoisers that see so much and know where
 * they are, it has the least squared error (Kamb & Ganguli, 2025, section 3: the local score machine). A patch that reaches over the whole
 * picture from every pixel gives the optimum of the set, as perfect-denoiser.ts does.
 */
import {type Images, imageSize} from "../../image.js";
import type {Path} from "./path.js";
import type {Denoise} from "./sampling.js";

/** Predicts the clean picture (`clean`) of any number of grey pictures, at times with some noise. `patch` is the edge of the square, odd.
 * Throws a RangeError for one that is not, for colours, and for sizes that do not fit. */
export function patchDenoiser(pictures: Images, patch: number, path: Path): Denoise {
  const [count, height, width, channels] = pictures.shape;
  if (channels !== 1) throw new RangeError(`invalid channels: ${channels} (1)`);
  if (!Number.isInteger(patch) || patch < 1 || patch % 2 === 0)
    throw new RangeError(`invalid patch: ${patch} (an odd whole number, 1 or more)`);
  const size = imageSize(pictures.shape);
  const distances = new Float64Array(count * size);
  const sums = patchSums(height, width, (patch - 1) / 2);
  return async (x, t) => {
    const [signal, noise] = [path.signal(t), path.noise(t)];
    if (noise === 0) throw new RangeError(`invalid time: ${t} (one with some noise)`);
    if (x.length % size !== 0)
      throw new RangeError(`invalid points: ${x.length} values (a multiple of ${size})`);
    const clean = new Float32Array(x.length);
    for (let row = 0; row < x.length; row += size) {
      for (let k = 0; k < count; k++) {
        const own = distances.subarray(k * size, (k + 1) * size);
        squaredDifferences(x, row, pictures.data, k * size, signal, own);
        sums(own);
      }
      clean.set(weightedMeans(pictures.data, distances, size, 2 * noise * noise), row);
    }
    return clean;
  };
}

function squaredDifferences(
  x: Float32Array,
  row: number,
  all: Float32Array,
  start: number,
  signal: number,
  into: Float64Array,
): void {
  for (let p = 0; p < into.length; p++) {
    const difference = x[row + p]! - signal * all[start + p]!;
    into[p] = difference * difference;
  }
}

/** Replaces each value by the sum over the square around it: first along the rows, then along the columns. */
function patchSums(height: number, width: number, reach: number) {
  const before = new Float64Array(Math.max(height, width) + 1);
  const along = (values: Float64Array, first: number, step: number, length: number) => {
    for (let k = 0; k < length; k++) before[k + 1] = before[k]! + values[first + k * step]!;
    for (let k = 0; k < length; k++)
      values[first + k * step] =
        before[Math.min(length, k + reach + 1)]! - before[Math.max(0, k - reach)]!;
  };
  return (values: Float64Array) => {
    for (let row = 0; row < height; row++) along(values, row * width, 1, width);
    for (let column = 0; column < width; column++) along(values, column, width, height);
  };
}

/** Beyond this exponent a weight is less than the rounding of their sum. */
const farthest = 40;

/** At each pixel, the mean of the pictures by the distances of their patches there. Picture after picture, as they lie in memory, and with
 * the engine's own exponential: a guess takes one for each pixel of each picture, and the exact one three times as long. */
function weightedMeans(
  all: Float32Array,
  distances: Float64Array,
  size: number,
  scale: number,
): Float64Array {
  const least = leastDistances(distances, size);
  const [sums, totals] = [new Float64Array(size), new Float64Array(size)];
  for (let row = 0; row < distances.length; row += size)
    for (let p = 0; p < size; p++) {
      const exponent = (least[p]! - distances[row + p]!) / scale;
      if (exponent < -farthest) continue;
      const weight = Math.exp(exponent);
      totals[p]! += weight;
      sums[p]! += weight * all[row + p]!;
    }
  return sums.map((sum, p) => sum / totals[p]!);
}

function leastDistances(distances: Float64Array, size: number): Float64Array {
  const least = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  for (let row = 0; row < distances.length; row += size)
    for (let p = 0; p < size; p++) least[p] = Math.min(least[p]!, distances[row + p]!);
  return least;
}
