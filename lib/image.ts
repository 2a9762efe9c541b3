/** Pictures as plain arrays: what crosses from the worker to the page, and what metrics read. */

/** [n, h, w, c]: number of pictures, height and width in pixels, channels (1 grey, 3 RGB). */
export type ImageShape = readonly [n: number, h: number, w: number, c: number];

/** Pictures as the networks see them: -1 is black, +1 is white. Row-major, channels last. */
export interface Images {
  readonly data: Float32Array;
  readonly shape: ImageShape;
}

/** Pictures as they are stored and shown: 0 is black, 255 is white. Row-major, channels last. */
export interface ByteImages {
  readonly data: Uint8Array;
  readonly shape: ImageShape;
}

/** Values in one picture: h · w · c. */
export function imageSize([, h, w, c]: ImageShape): number {
  return h * w * c;
}

/** Bytes to [-1, 1]. A loop, because `Float32Array.from` takes twenty times as long. */
export function toFloats({data, shape}: ByteImages): Images {
  const floats = new Float32Array(data.length);
  for (let i = 0; i < data.length; i++) floats[i] = data[i]! / 127.5 - 1;
  return {data: floats, shape};
}

/** [-1, 1] to the nearest byte; what lies outside is clamped, NaN is black. */
export function toBytes({data, shape}: Images): ByteImages {
  const bytes = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i++) bytes[i] = byteOf(data[i]!);
  return {data: bytes, shape};
}

function byteOf(value: number): number {
  return Math.max(0, Math.min(255, Math.round((value + 1) * 127.5)));
}

/** The pictures at `indices`, in that order. Throws a RangeError for an index outside [0, n). */
export function pick<T extends Images | ByteImages>(images: T, indices: ArrayLike<number>): T {
  const [n, h, w, c] = images.shape;
  const size = imageSize(images.shape);
  const count = indices.length * size;
  const data =
    images.data instanceof Float32Array ? new Float32Array(count) : new Uint8Array(count);
  for (let i = 0; i < indices.length; i++) {
    const index = indices[i]!;
    if (!Number.isInteger(index) || index < 0 || index >= n)
      throw new RangeError(`invalid picture index: ${index} (an integer from 0 to ${n - 1})`);
    data.set(images.data.subarray(index * size, (index + 1) * size), i * size);
  }
  return {data, shape: [indices.length, h, w, c]} as unknown as T;
}

/** The first `count` pictures. Throws a RangeError when there are fewer. */
export function firstPictures<T extends Images | ByteImages>(images: T, count: number): T {
  return pick(images, [...Array(count).keys()]);
}

/** The pictures of all sets, one set after the other. Throws a RangeError when there is none, or their sizes differ. */
export function joinedPictures(all: readonly ByteImages[]): ByteImages {
  const sizes = [...new Set(all.map(({shape: [, h, w, c]}) => `${h}x${w}x${c}`))];
  if (sizes.length !== 1)
    throw new RangeError(`invalid sizes of pictures: ${sizes.join(", ") || "none"} (one)`);
  const data = new Uint8Array(all.reduce((sum, images) => sum + images.data.length, 0));
  let at = 0;
  for (const images of all) {
    data.set(images.data, at);
    at += images.data.length;
  }
  const [, h, w, c] = all[0]!.shape;
  return {data, shape: [all.reduce((sum, {shape}) => sum + shape[0], 0), h, w, c]};
}

/** Pictures of half the side: each pixel is the mean of four. Throws a RangeError for an odd side. */
export function halved({data, shape}: Images): Images {
  const [n, h, w, c] = shape;
  if (h % 2 !== 0 || w % 2 !== 0)
    throw new RangeError(`invalid picture size: ${h} by ${w} (even numbers)`);
  const half: ImageShape = [n, h / 2, w / 2, c];
  const result = new Float32Array(n * imageSize(half));
  for (let i = 0; i < result.length; i++) {
    const column = Math.floor(i / c) % (w / 2);
    const row = Math.floor(i / (c * (w / 2))); // of all pictures under each other
    const at = (2 * row * w + 2 * column) * c + (i % c);
    const [below, beside] = [w * c, c];
    result[i] =
      (data[at]! + data[at + beside]! + data[at + below]! + data[at + below + beside]!) / 4;
  }
  return {data: result, shape: half};
}
