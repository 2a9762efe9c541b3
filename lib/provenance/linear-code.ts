/**
 * Pictures drawn anew from a code of a few numbers: the straight-line autoencoder, which has no activation in between.
 *
 *     code = V (x - mean),   drawn = mean + Vᵀ code,   V the K directions in which pictures differ most
 *
 * Trained to its end, such an autoencoder finds these directions, the principal components (Baldi and Hornik, 1989). They are found without
 * training, by subspace iteration (Golub and Van Loan, Matrix Computations, 4th ed., section 8.2.4): multiply by the covariance, make orthonormal,
 * repeat. What the code has no number for is lost, and a watermark mostly is such a thing.
 *
 * Grey bytes [n, h, w, 1]; values are in grey levels.
 */
import {type ByteImages, imageSize} from "../image.js";
import type {Random} from "../random.js";
import {eachPicture} from "./picture-attacks.js";

export interface LinearCode {
  /** [size] */
  readonly mean: Float64Array;
  /** Orthonormal, K of [size]. */
  readonly directions: readonly Float64Array[];
}

const rounds = 6;

/** The code of `numbers` numbers for `pictures`, begun with directions of `random`. `rest` is called between rounds. */
export async function linearCode(
  pictures: ByteImages,
  numbers: number,
  random: Random,
  rest: () => Promise<void> = async () => {},
): Promise<LinearCode> {
  const size = imageSize(pictures.shape);
  if (!Number.isInteger(numbers) || numbers < 1 || numbers > size)
    throw new RangeError(
      `invalid numbers of a code: ${numbers} (a whole number from 1 to ${size})`,
    );
  const mean = meanOf(pictures, size);
  let directions = orthonormal(
    Array.from({length: numbers}, () => Float64Array.from(random.normals(size))),
  );
  for (let round = 0; round < rounds; round++) {
    const next = directions.map(() => new Float64Array(size));
    for (let i = 0; i < pictures.shape[0]; i++) {
      if (i % 50 === 0) await rest();
      addTurned(centred(pictures.data, mean, i), directions, next);
    }
    directions = orthonormal(next);
  }
  return {mean, directions};
}

/** Each picture drawn anew from its code. */
export function regenerated(images: ByteImages, {mean, directions}: LinearCode): ByteImages {
  return eachPicture(images, (pixels) => {
    const x = centred(pixels, mean, 0);
    const drawn = mean.slice();
    for (const direction of directions) addTimes(drawn, direction, dot(direction, x));
    return drawn;
  });
}

/** Adds each direction's share of `x` times `x`: a row of the covariance's product. */
function addTurned(x: Float64Array, directions: readonly Float64Array[], to: Float64Array[]): void {
  for (const [k, direction] of directions.entries()) addTimes(to[k]!, x, dot(direction, x));
}

/** Gram and Schmidt, twice, since once leaves what rounding has mixed in. */
function orthonormal(vectors: Float64Array[]): Float64Array[] {
  for (let k = 0; k < vectors.length; k++) {
    const vector = vectors[k]!;
    for (let pass = 0; pass < 2; pass++)
      for (let j = 0; j < k; j++) addTimes(vector, vectors[j]!, -dot(vector, vectors[j]!));
    const length = Math.sqrt(dot(vector, vector));
    if (length > 0) for (let i = 0; i < vector.length; i++) vector[i]! /= length;
  }
  return vectors;
}

function meanOf({data, shape}: ByteImages, size: number): Float64Array {
  const mean = new Float64Array(size);
  for (let i = 0; i < data.length; i++) mean[i % size]! += data[i]! / shape[0];
  return mean;
}

function centred(data: Uint8Array, mean: Float64Array, picture: number): Float64Array {
  return mean.map((value, k) => data[picture * mean.length + k]! - value);
}

function addTimes(to: Float64Array, vector: Float64Array, times: number): void {
  for (let i = 0; i < to.length; i++) to[i]! += times * vector[i]!;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
