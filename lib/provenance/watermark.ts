/**
 * A spread-spectrum watermark: a pattern that a key decides is added to the pixels, and found again by correlation.
 *
 *     marked = picture + strength · w,     w_i = +1 or -1, by the key
 *     r      = y - mean of its four neighbours
 *     z      = Σ r_i w_i / sqrt(Σ r_i²),   p = P(N(0, 1) > z)
 *
 * (Cox, Kilian, Leighton and Shamoon, 1997, here in the pixels and detected without the original.) For a picture that knows nothing of the
 * key, each sign is a coin: z has mean 0 and variance 1, whatever the picture is. The residual r takes away what neighbours tell of each
 * other, which would hide the mark.
 *
 * Pictures are grey bytes [n, h, w, 1]. With a grain of g the pattern is made of squares of g by g pixels, and looked for in their means.
 */
import type {ByteImages} from "../image.js";
import {normalShare} from "../normal.js";
import {Random} from "../random.js";

export interface Watermark {
  /** An integer from 0 to 4294967295. Who doesn't know it can neither find nor remove the mark for certain. */
  readonly key: number;
  /** Grey levels by which a pixel becomes lighter or darker, 0 to 255. */
  readonly strength: number;
  /** Pixels along an edge of a square of the pattern; it divides both sides of the picture. */
  readonly grain: number;
}

/** The signs of a key, [count]. */
export function keySigns(key: number, count: number): Int8Array {
  const random = new Random(key);
  return Int8Array.from({length: count}, () => (random.bits() & 1 ? 1 : -1));
}

/** `images` with the mark. Bytes end at 0 and 255, so black and white pixels take half of it. */
export function withWatermark(images: ByteImages, mark: Watermark): ByteImages {
  const [n, h, w] = checked(images, mark.grain);
  const signs = keySigns(mark.key, (h / mark.grain) * (w / mark.grain));
  const data = new Uint8Array(images.data.length);
  for (let i = 0; i < n * h * w; i++) {
    const [y, x] = [Math.floor(i / w) % h, i % w];
    const cell = Math.floor(y / mark.grain) * (w / mark.grain) + Math.floor(x / mark.grain);
    data[i] = byteOf(images.data[i]! + mark.strength * signs[cell]!);
  }
  return {data, shape: images.shape};
}

/** z of each picture, [n]; 0 for a picture without any differences between neighbours. */
export function watermarkScores(
  images: ByteImages,
  {key, grain}: Omit<Watermark, "strength">,
): Float64Array {
  const [, h, w] = checked(images, grain);
  return signScores(images, keySigns(key, (h / grain) * (w / grain)), grain);
}

/** The same for a pattern of these signs. */
export function signScores(
  images: ByteImages,
  signs: ArrayLike<number>,
  grain: number,
): Float64Array {
  const [n, h, w] = checked(images, grain);
  const [rows, columns] = [h / grain, w / grain];
  return Float64Array.from({length: n}, (_, i) => {
    const cells = cellMeans(images.data.subarray(i * h * w, (i + 1) * h * w), w, grain);
    return scoreOf(residual(cells, rows, columns), signs);
  });
}

/** How often a picture without the mark has at least this z, if the key is drawn by lot. */
export function watermarkChance(z: number): number {
  return normalShare(-z);
}

function scoreOf(r: Float64Array, signs: ArrayLike<number>): number {
  let [sum, squares] = [0, 0];
  for (let i = 0; i < r.length; i++) {
    sum += r[i]! * signs[i]!;
    squares += r[i]! * r[i]!;
  }
  return squares === 0 ? 0 : sum / Math.sqrt(squares);
}

/** Means of squares of `grain` by `grain` pixels. */
function cellMeans(pixels: Uint8Array, w: number, grain: number): Float64Array {
  const columns = w / grain;
  const means = new Float64Array(pixels.length / grain ** 2);
  for (let i = 0; i < pixels.length; i++) {
    const cell = Math.floor(Math.floor(i / w) / grain) * columns + Math.floor((i % w) / grain);
    means[cell]! += pixels[i]! / grain ** 2;
  }
  return means;
}

/** What the neighbours above, below and beside don't say; at the edge there are fewer of them. */
function residual(cells: Float64Array, rows: number, columns: number): Float64Array {
  return cells.map((value, i) => {
    const [y, x] = [Math.floor(i / columns), i % columns];
    let [sum, count] = [0, 0];
    const add = (isThere: boolean, at: number) => {
      if (!isThere) return;
      sum += cells[at]!;
      count++;
    };
    add(y > 0, i - columns);
    add(y < rows - 1, i + columns);
    add(x > 0, i - 1);
    add(x < columns - 1, i + 1);
    return value - sum / count;
  });
}

function checked({shape}: ByteImages, grain: number): ByteImages["shape"] {
  const [, h, w, c] = shape;
  if (c !== 1) throw new RangeError(`invalid channels: ${c} (1)`);
  if (!Number.isInteger(grain) || grain < 1 || h % grain !== 0 || w % grain !== 0 || 2 * grain > h)
    throw new RangeError(
      `invalid grain: ${grain} (a whole number that divides ${h} and ${w}, at most half of them)`,
    );
  return shape;
}

function byteOf(value: number): number {
  return Math.max(0, Math.min(255, Math.round(value)));
}
