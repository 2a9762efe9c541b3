import {expect, it} from "vitest";
import type {ByteImages} from "../../../lib/image.js";
import {equalPictures, hashOf} from "../../../lib/metrics/equal-pictures.js";
import {Random} from "../../../lib/random.js";

const drawn = (n: number): ByteImages => {
  const random = new Random(3);
  return {data: Uint8Array.from({length: n * 16}, () => random.integer(256)), shape: [n, 4, 4, 1]};
};

it("finds what was put in twice, and three times, and nothing else", () => {
  const images = drawn(40);
  const copy = (from: number, to: number) =>
    images.data.copyWithin(16 * to, 16 * from, 16 * from + 16);
  copy(3, 7);
  copy(3, 39);
  copy(0, 20);
  expect(equalPictures(images)).toEqual([
    [0, 20],
    [3, 7, 39],
  ]);
});

it("does not call pictures equal that differ by one in one pixel", () => {
  const images = drawn(2);
  images.data.copyWithin(16, 0, 16);
  images.data[31]! ^= 1;
  expect(equalPictures(images)).toEqual([]);
});

it("looks at the bytes where hashes agree", () => {
  // Two words with the same FNV-1a hash, known since the hash has been in use.
  const [a, b] = ["declinate", "macallums"].map((text) => [...new TextEncoder().encode(text)]);
  expect(hashOf(Uint8Array.from(a!))).toBe(hashOf(Uint8Array.from(b!)));
  const images: ByteImages = {data: Uint8Array.from([...a!, ...b!, ...b!]), shape: [3, 3, 3, 1]};
  expect(equalPictures(images)).toEqual([[1, 2]]);
});

it("is FNV-1a", () => {
  expect(hashOf(new TextEncoder().encode("foobar"))).toBe(0xbf9cf968);
});
