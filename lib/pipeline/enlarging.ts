/**
 * Pictures made smaller by area, and enlarged again by a rule: the question, the rule's answer and the truth.
 *
 *     truth [n, f h, f w, c]  ->  small [n, h, w, c]  ->  base [n, f h, f w, c]          f = 2, 3, ...
 *
 * All three are bytes, as pictures are stored, so that nobody who enlarges the small one knows more of it than its bytes.
 */
import type {NdArray} from "../array.js";
import {type ByteImages, type ImageShape, imageSize, pick, toFloats} from "../image.js";
import type {Random} from "../random.js";
import {type BatchSource, indexBatches, type Samples} from "./batches.js";
import {type Resizing, resized} from "./resize.js";

export interface Enlarging {
  readonly small: ByteImages;
  /** By bicubic. */
  readonly base: ByteImages;
  readonly truth: ByteImages;
}

export function enlarging(truth: ByteImages, factor: number): Enlarging {
  const small = shrunk(truth, factor);
  return {small, base: enlarged(small, factor, "bicubic"), truth};
}

/** Each pixel is the mean of `factor` by `factor`. Throws a RangeError for sides that are no multiples of it. */
export function shrunk(images: ByteImages, factor: number): ByteImages {
  checkFactor(factor);
  const [, h, w] = images.shape;
  if (h % factor !== 0 || w % factor !== 0)
    throw new RangeError(`invalid picture size: ${h} by ${w} (multiples of ${factor})`);
  return allResized(images, h / factor, w / factor, "area");
}

export function enlarged(images: ByteImages, factor: number, by: Resizing): ByteImages {
  checkFactor(factor);
  const [, h, w] = images.shape;
  return allResized(images, factor * h, factor * w, by);
}

/** Small pictures, what bicubic makes of them and the truth, [B, ...] each. */
export type EnlargingSamples = Samples & {
  readonly base: NdArray<Float32Array>;
  readonly truth: NdArray<Float32Array>;
};

/** Endless batches, each picture once per epoch. */
export function enlargingBatches(
  {small, base, truth}: Enlarging,
  batchSize: number,
  random: Random,
): BatchSource<EnlargingSamples> {
  const indices = indexBatches(truth.shape[0], batchSize, random);
  const next = () => {
    const places = indices.next();
    const part = (images: ByteImages) => toFloats(pick(images, places));
    return {x: part(small), base: part(base), truth: part(truth)};
  };
  return {...indices, next};
}

/** All at once, as channels of one picture: a loop over many numbers takes a fraction of many loops over few. */
function allResized(images: ByteImages, height: number, width: number, by: Resizing): ByteImages {
  const [n, h, w, c] = images.shape;
  const beside = new Float64Array(images.data.length); // [h, w, n c]
  eachByte([n, h, w, c], (stacked, channel) => {
    beside[channel] = images.data[stacked]! / 255;
  });
  const made = resized({data: beside, shape: [h, w, n * c]}, height, width, by).data;
  const shape = [n, height, width, c] as const;
  const data = new Uint8Array(n * imageSize(shape));
  eachByte(shape, (stacked, channel) => {
    data[stacked] = Math.round(255 * Math.max(0, Math.min(1, made[channel]!)));
  });
  return {data, shape};
}

/** Calls with the place of each byte among pictures [n, h, w, c], and among channels [h, w, n c]. */
function eachByte(
  [n, h, w, c]: ImageShape,
  each: (stacked: number, channel: number) => void,
): void {
  const pixels = h * w;
  for (let i = 0; i < n; i++)
    for (let pixel = 0; pixel < pixels; pixel++)
      for (let k = 0; k < c; k++) each((i * pixels + pixel) * c + k, (pixel * n + i) * c + k);
}

function checkFactor(factor: number): void {
  if (!Number.isInteger(factor) || factor < 2)
    throw new RangeError(`invalid factor: ${factor} (a whole number from 2 on)`);
}
