/**
 * What befalls a picture on its way, or is done to it on purpose, so that a mark in its pixels may be lost: grey bytes [n, h, w, 1] to as many
 * of the same size.
 *
 * Blur is [1 2 1] / 4 across and down, with repeated edges. A smaller size and a crop are undone by linear interpolation between the centres of
 * pixels. Recompressing is in jpeg-blocks.ts, drawing anew in linear-code.ts.
 */
import {type ByteImages, imageSize} from "../image.js";
import type {Random} from "../random.js";

/** Independent normal noise of `spread` grey levels on every pixel. */
export function withNoise(images: ByteImages, spread: number, random: Random): ByteImages {
  return {...images, data: images.data.map((value) => byteOf(value + spread * random.normal()))};
}

/** Blurred `times` times. */
export function blurred(images: ByteImages, times: number): ByteImages {
  return eachPicture(images, (pixels, h, w) => {
    let values = Float64Array.from(pixels);
    for (let i = 0; i < times; i++) values = blurredOnce(values, h, w);
    return values;
  });
}

/** Made smaller by whole squares of `times` by `times` pixels, and as large as before again. */
export function resized(images: ByteImages, times: number): ByteImages {
  return eachPicture(images, (pixels, h, w) => {
    const [rows, columns] = [h / times, w / times];
    if (!Number.isInteger(rows) || !Number.isInteger(columns))
      throw new RangeError(`invalid size: a ${times}th of ${h} by ${w} (whole numbers)`);
    const small = new Float64Array(rows * columns);
    for (let i = 0; i < pixels.length; i++) {
      const cell = Math.floor(Math.floor(i / w) / times) * columns + Math.floor((i % w) / times);
      small[cell]! += pixels[i]! / times ** 2;
    }
    return stretched(small, [rows, columns], [h, w]);
  });
}

/** Without `edge` pixels on each side, and as large as before again. */
export function cropped(images: ByteImages, edge: number): ByteImages {
  return eachPicture(images, (pixels, h, w) => {
    const [rows, columns] = [h - 2 * edge, w - 2 * edge];
    if (rows < 1 || columns < 1)
      throw new RangeError(`invalid edge: ${edge} (less than half of ${h} and ${w})`);
    const inner = new Float64Array(rows * columns);
    for (let i = 0; i < inner.length; i++)
      inner[i] = pixels[(edge + Math.floor(i / columns)) * w + edge + (i % columns)]!;
    return stretched(inner, [rows, columns], [h, w]);
  });
}

/** Moved by whole pixels to the right; on the left the edge is repeated. */
export function moved(images: ByteImages, pixels: number): ByteImages {
  return eachPicture(images, (from, _, w) =>
    Float64Array.from(from, (__, i) => from[i - (i % w) + Math.max(0, (i % w) - pixels)]!),
  );
}

/** `change` of each picture by itself, rounded to bytes. */
export function eachPicture(
  {data, shape}: ByteImages,
  change: (pixels: Uint8Array, h: number, w: number) => ArrayLike<number>,
): ByteImages {
  const [n, h, w, c] = shape;
  if (c !== 1) throw new RangeError(`invalid channels: ${c} (1)`);
  const size = imageSize(shape);
  const changed = new Uint8Array(data.length);
  for (let i = 0; i < n; i++) {
    const values = change(data.subarray(i * size, (i + 1) * size), h, w);
    for (let k = 0; k < size; k++) changed[i * size + k] = byteOf(values[k]!);
  }
  return {data: changed, shape};
}

function blurredOnce(values: Float64Array, h: number, w: number): Float64Array<ArrayBuffer> {
  const across = values.map((value, i) => {
    const x = i % w;
    return (values[x > 0 ? i - 1 : i]! + 2 * value + values[x < w - 1 ? i + 1 : i]!) / 4;
  });
  return across.map((value, i) => {
    const y = Math.floor(i / w);
    return (across[y > 0 ? i - w : i]! + 2 * value + across[y < h - 1 ? i + w : i]!) / 4;
  }) as Float64Array<ArrayBuffer>;
}

type Size = readonly [rows: number, columns: number];

function stretched(from: Float64Array, [rows, columns]: Size, [h, w]: Size): Float64Array {
  const down = Array.from({length: h}, (_, y) => between(y, h, rows));
  const across = Array.from({length: w}, (_, x) => between(x, w, columns));
  const result = new Float64Array(h * w);
  for (let i = 0; i < result.length; i++) {
    const [top, bottom, low] = down[Math.floor(i / w)]!;
    const [left, right, near] = across[i % w]!;
    const above = mix(from[top * columns + left]!, from[top * columns + right]!, near);
    const below = mix(from[bottom * columns + left]!, from[bottom * columns + right]!, near);
    result[i] = mix(above, below, low);
  }
  return result;
}

/** The two places of `from` that place `i` of `to` lies between, and the share of the second. */
function between(i: number, to: number, from: number): readonly [number, number, number] {
  const place = Math.max(0, Math.min(from - 1, ((i + 0.5) * from) / to - 0.5));
  const first = Math.min(from - 1, Math.floor(place));
  return [first, Math.min(from - 1, first + 1), place - first];
}

function mix(a: number, b: number, share: number): number {
  return a + share * (b - a);
}

function byteOf(value: number): number {
  return Math.max(0, Math.min(255, Math.round(value)));
}
