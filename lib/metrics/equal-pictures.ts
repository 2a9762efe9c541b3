/**
 * Pictures that are in a set more than once, byte for byte: those with the same hash are compared.
 *
 *     h <- (h xor byte) · 16777619 mod 2³²       (FNV-1a, 32 bits; Fowler, Noll and Vo, 1991)
 *
 * A hash of 32 bits agrees by luck for one pair in four thousand million, so equal hashes are only a reason to look: no pair is called equal
 * before its bytes were compared.
 */
import {type ByteImages, imageSize} from "../image.js";

/** Groups of two or more equal pictures, each in ascending order, by their first. */
export function equalPictures(images: ByteImages): number[][] {
  const groups = new Map<number, number[][]>();
  for (let i = 0; i < images.shape[0]; i++) {
    const key = hashOf(pictureOf(images, i));
    const found = groups.get(key) ?? [];
    const group = found.find(([first]) => isEqual(images, first!, i));
    if (group) group.push(i);
    else groups.set(key, [...found, [i]]);
  }
  return [...groups.values()]
    .flat()
    .filter((group) => group.length > 1)
    .sort(([a], [b]) => a! - b!);
}

/** FNV-1a of `bytes`. */
export function hashOf(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  return hash >>> 0;
}

function isEqual(images: ByteImages, a: number, b: number): boolean {
  const [x, y] = [pictureOf(images, a), pictureOf(images, b)];
  return x.every((value, i) => value === y[i]);
}

function pictureOf({data, shape}: ByteImages, index: number): Uint8Array {
  const size = imageSize(shape);
  return data.subarray(index * size, (index + 1) * size);
}
