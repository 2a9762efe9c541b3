/**
 * The best that any denoiser can do, without training. For pictures drawn evenly from c_1 .. c_m, each blurred by N(0, τ²), the mean of
 * all that may lie behind x = a x1 + s x0 is
 *
 *     E[x1 | x] = Σ_k w_k (c_k + (a τ² / V) (x - a c_k)),     w = softmax(-|x - a c_k|² / 2V),     V = a² τ² + s²
 *
 * With τ = 0 this is the optimum of a finite data set: a softmax-weighted mean of its pictures (Karras et al., 2022, eq. 57). Whoever
 * follows it ends at one of them. With τ > 0 it is the exact denoiser of a mixture of Gaussians.
 */
import {exponential} from "../../exact-functions.js";
import type {Path} from "./path.js";
import type {Denoise} from "./sampling.js";

export interface Centres {
  /** [m, size] flat, m at least 1. */
  readonly data: Float32Array;
  /** Numbers of a picture, or of a point. */
  readonly size: number;
  /** τ, 0 or more; default 0. */
  readonly spread?: number;
}

/** Predicts the clean picture (`clean`) of any number of points. Throws a RangeError for sizes that do not fit. */
export function perfectDenoiser(centres: Centres, path: Path): Denoise {
  const weigh = perfectWeights(centres, path);
  const {data, size, spread = 0} = centres;
  return async (x, t) => {
    checkPoints(x, size);
    const pull = pullOf(path, t, spread);
    const clean = new Float64Array(x.length);
    for (let row = 0; row < x.length; row += size) {
      const point = x.subarray(row, row + size);
      weigh(point, t).forEach((weight, k) => {
        if (weight === 0) return;
        for (let i = 0; i < size; i++) clean[row + i]! += weight * data[k * size + i]!;
      });
      if (pull > 0)
        for (let i = 0; i < size; i++)
          clean[row + i]! += pull * (point[i]! - path.signal(t) * clean[row + i]!);
    }
    return Float32Array.from(clean);
  };
}

/** w: how much each centre has to say of one point [size] at a time, [m] with the sum 1. */
export function perfectWeights(
  {data, size, spread = 0}: Centres,
  path: Path,
): (point: Float32Array, t: number) => Float64Array {
  checkCentres(data, size, spread);
  return (point, t) => {
    const a = path.signal(t);
    const variance = a * a * spread * spread + path.noise(t) ** 2;
    return softmax(squaredDistances(point, data, a), 2 * variance);
  };
}

/** a τ² / V. */
function pullOf(path: Path, t: number, spread: number): number {
  if (spread === 0) return 0;
  const a = path.signal(t);
  return (a * spread * spread) / (a * a * spread * spread + path.noise(t) ** 2);
}

/** |x - a c_k|² by k. */
function squaredDistances(point: Float32Array, centres: Float32Array, a: number): Float64Array {
  const size = point.length;
  return Float64Array.from({length: centres.length / size}, (_, k) => {
    let sum = 0;
    for (let i = 0; i < size; i++) {
      const difference = point[i]! - a * centres[k * size + i]!;
      sum += difference * difference;
    }
    return sum;
  });
}

/** Of -distances / scale; with a scale of 0 the nearest one has it all, the first of equals. */
function softmax(distances: Float64Array, scale: number): Float64Array {
  const least = distances.reduce((a, b) => Math.min(a, b));
  if (scale === 0) {
    const nearest = distances.indexOf(least);
    return distances.map((_, k) => (k === nearest ? 1 : 0));
  }
  const powers = distances.map((distance) => exponential((least - distance) / scale));
  const total = powers.reduce((a, b) => a + b);
  return powers.map((power) => power / total);
}

function checkCentres(data: Float32Array, size: number, spread: number): void {
  const count = data.length / size;
  if (!Number.isInteger(size) || size < 1 || !Number.isInteger(count) || count < 1)
    throw new RangeError(
      `invalid centres: ${data.length} values of size ${size} (at least one of a whole size)`,
    );
  if (!(spread >= 0 && Number.isFinite(spread)))
    throw new RangeError(`invalid spread: ${spread} (a number, 0 or more)`);
}

function checkPoints(x: Float32Array, size: number): void {
  if (x.length % size !== 0)
    throw new RangeError(`invalid points: ${x.length} values (a multiple of ${size})`);
}
