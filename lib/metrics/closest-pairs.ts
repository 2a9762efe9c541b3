/**
 * The closest pairs of pictures, within a set or between two: what a set has twice although no bytes are equal.
 *
 *     distance(a, b) = sqrt(mean((a - b)²)),   black to white being 1      (as in nearest.ts)
 *
 * Nobody has to compare every pixel of every pair. With the pictures cut into 4 by 4 blocks of m values each, and S their sums,
 *
 *     Σ (a - b)²  >=  Σ over blocks (S_a - S_b)² / m                       (Jensen's inequality)
 *
 * so a pair whose blocks are too far apart already is left out for good, and the result is exact. Sides are multiples of 4.
 */
import {type ByteImages, imageSize} from "../image.js";

export interface Pair {
  /** Of the first set. */
  readonly a: number;
  /** Of the second set, or the same one; there a < b. */
  readonly b: number;
  /** From 0 (equal in every pixel) to 1. */
  readonly distance: number;
}

const blocks = 4;

interface Blocked {
  readonly images: ByteImages;
  /** [n, blocks · blocks · c] */
  readonly sums: Float64Array;
}

/** The `count` closest pairs of `first`, or of one of `first` with one of `second`, the closest first. Yields the pictures of `first` that are done. */
export function* closestPairs(
  first: ByteImages,
  count: number,
  second?: ByteImages,
): Generator<number, Pair[]> {
  checkSizes(first, second ?? first);
  const a = blocked(first);
  const b = second ? blocked(second) : a;
  const kept: {a: number; b: number; sum: number}[] = [];
  for (let i = 0; i < first.shape[0]; i++) {
    for (let j = second ? 0 : i + 1; j < b.images.shape[0]; j++) {
      const limit = kept.length < count ? Number.POSITIVE_INFINITY : kept.at(-1)!.sum;
      const sum = differenceBelow(a, i, b, j, limit);
      if (sum < limit) keep(kept, {a: i, b: j, sum}, count);
    }
    yield i + 1;
  }
  const size = imageSize(first.shape);
  return kept.map(({a, b, sum}) => ({a, b, distance: Math.sqrt(sum / size) / 255}));
}

/** The picture of `images` nearest to its picture `index`, which is left out; the first one of equals. */
export function nearestOther(images: ByteImages, index: number): Pair {
  const size = imageSize(images.shape);
  let nearest = {b: -1, sum: Number.POSITIVE_INFINITY};
  for (let j = 0; j < images.shape[0]; j++) {
    if (j === index) continue;
    const sum = pixelDifference(images, index, images, j, nearest.sum);
    if (sum < nearest.sum) nearest = {b: j, sum};
  }
  return {a: index, b: nearest.b, distance: Math.sqrt(nearest.sum / size) / 255};
}

function keep<T extends {sum: number}>(kept: T[], pair: T, count: number): void {
  let place = kept.length;
  while (place > 0 && kept[place - 1]!.sum > pair.sum) place--;
  kept.splice(place, 0, pair);
  if (kept.length > count) kept.pop();
}

/** Σ (a - b)², or a number of at least `limit` if it is not below that. */
function differenceBelow(a: Blocked, i: number, b: Blocked, j: number, limit: number): number {
  const width = a.sums.length / a.images.shape[0];
  const m = imageSize(a.images.shape) / width;
  let least = 0;
  for (let k = 0; k < width && least < limit; k++) {
    const difference = a.sums[i * width + k]! - b.sums[j * width + k]!;
    least += (difference * difference) / m;
  }
  // Rounded sums must not leave out an equal pair at a limit of 0.
  return least > limit * (1 + 1e-9) ? least : pixelDifference(a.images, i, b.images, j, limit);
}

function pixelDifference(a: ByteImages, i: number, b: ByteImages, j: number, limit: number) {
  const size = imageSize(a.shape);
  const strip = 56;
  let sum = 0;
  for (let first = 0; first < size && sum < limit; first += strip)
    for (let k = first; k < Math.min(size, first + strip); k++) {
      const difference = a.data[i * size + k]! - b.data[j * size + k]!;
      sum += difference * difference;
    }
  return sum;
}

function blocked(images: ByteImages): Blocked {
  const [n, h, w, c] = images.shape;
  const sums = new Float64Array(n * blocks * blocks * c);
  const [tall, wide] = [h / blocks, w / blocks];
  for (let at = 0; at < images.data.length; at++) {
    const [channel, column] = [at % c, Math.floor(at / c) % w];
    const row = Math.floor(at / (c * w)); // of all pictures under each other, so that blocks follow on each other
    const block = Math.floor(row / tall) * blocks + Math.floor(column / wide);
    sums[block * c + channel]! += images.data[at]!;
  }
  return {images, sums};
}

function checkSizes({shape: a}: ByteImages, {shape: b}: ByteImages): void {
  if (`${a.slice(1)}` !== `${b.slice(1)}`)
    throw new RangeError(`sizes differ: [${a.slice(1)}] and [${b.slice(1)}]`);
  if (a[1] % blocks !== 0 || a[2] % blocks !== 0)
    throw new RangeError(`invalid picture size: ${a[1]} by ${a[2]} (multiples of ${blocks})`);
}
