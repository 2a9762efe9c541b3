/**
 * How varied pictures of the same class are: the mean Euclidean distance of two different ones, with pixels from 0 to 1,
 *
 *     spread = mean over classes k of   2 / (n_k (n_k - 1))  Σ_{i<j of class k} |x_i - x_j|
 *
 * A generator that draws one picture of each class again and again has 0. Real pictures have their own spread, which no generator should
 * leave in either direction: `classSpreadFloor`.
 */
import {type ByteImages, imageSize, pick} from "../image.js";
import type {Random} from "../random.js";
import {type Floor, floorOf} from "./floor.js";

/** Of `images` [n, ...] with their `labels` [n]. Classes of a single picture do not count. */
export function classSpread({data, shape}: ByteImages, labels: ArrayLike<number>): number {
  const size = imageSize(shape);
  const spreads = [...rowsByClass(labels).values()]
    .filter((rows) => rows.length > 1)
    .map((rows) => meanDistance(data, rows, size));
  if (spreads.length === 0)
    throw new RangeError(`too few pictures: ${shape[0]} (two of a class at least)`);
  return spreads.reduce((sum, spread) => sum + spread, 0) / spreads.length;
}

/** What random sets of `each` pictures of every class score, drawn from `images`. */
export function classSpreadFloor(
  images: ByteImages,
  labels: ArrayLike<number>,
  each: number,
  random: Random,
  draws = 40,
): Floor {
  const rows = [...rowsByClass(labels).values()];
  const spreadOf = () => {
    const chosen = rows.flatMap((own) => random.shuffle(own).slice(0, each));
    return classSpread(
      pick(images, chosen),
      chosen.map((row) => labels[row]!),
    );
  };
  return floorOf(Array.from({length: draws}, spreadOf));
}

function rowsByClass(labels: ArrayLike<number>): ReadonlyMap<number, number[]> {
  const rows = new Map<number, number[]>();
  for (let i = 0; i < labels.length; i++) {
    const own = rows.get(labels[i]!) ?? [];
    own.push(i);
    rows.set(labels[i]!, own);
  }
  return rows;
}

function meanDistance(data: Uint8Array, rows: readonly number[], size: number): number {
  let sum = 0;
  for (const [i, a] of rows.entries())
    for (const b of rows.slice(i + 1)) sum += distance(data, a * size, b * size, size);
  return (2 * sum) / (rows.length * (rows.length - 1));
}

function distance(data: Uint8Array, a: number, b: number, size: number): number {
  let sum = 0;
  for (let j = 0; j < size; j++) {
    const difference = (data[a + j]! - data[b + j]!) / 255;
    sum += difference * difference;
  }
  return Math.sqrt(sum);
}
