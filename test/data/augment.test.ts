import {describe, expect, test} from "vitest";
import {augmentedBatch} from "../../data/augment.js";
import type {ByteImages} from "../../lib/image.js";
import {Random} from "../../lib/random.js";

/** One 5 x 5 picture, black but for a white dot at (x, y) = (1, 2). */
const dot: ByteImages = {data: new Uint8Array(25), shape: [1, 5, 5, 1]};
dot.data[2 * 5 + 1] = 255;

/** Where the dot is in each of `n` changed copies, as "x,y". */
function places(n: number, shift: number, mirror: boolean): string[] {
  const batch = augmentedBatch(dot, new Uint32Array(n), {shift, mirror}, new Random(1));
  return Array.from({length: n}, (_, i) => {
    const picture = batch.subarray(25 * i, 25 * (i + 1));
    expect(picture.filter((value) => value === 1)).toHaveLength(1);
    expect(picture.filter((value) => value === -1)).toHaveLength(24);
    const at = picture.indexOf(1);
    return `${at % 5},${Math.floor(at / 5)}`;
  });
}

describe("augmentedBatch", () => {
  test("without changes gives the pictures asked for, in their order, in [-1, 1]", () => {
    const images: ByteImages = {data: Uint8Array.of(0, 255, 51, 204), shape: [4, 1, 1, 1]};
    const none = {shift: 0, mirror: false};
    const batch = augmentedBatch(images, Uint32Array.of(3, 0, 1, 2), none, new Random(1));
    expect([...batch].map((value) => Math.round(value * 10) / 10)).toEqual([0.6, -1, 1, -0.6]);
  });

  test("shifts each way equally often and fills with black", () => {
    const found = places(900, 1, false);
    const expected = [0, 1, 2].flatMap((x) => [1, 2, 3].map((y) => `${x},${y}`));
    expect(new Set(found)).toEqual(new Set(expected));
    // 900 draws of nine places: 100 each, deviation 9.4.
    for (const place of expected) {
      const times = found.filter((each) => each === place).length;
      expect(Math.abs(times - 100)).toBeLessThan(4 * 9.4);
    }
  });

  test("mirrors left and right, half of the time", () => {
    const found = places(400, 0, true);
    expect(new Set(found)).toEqual(new Set(["1,2", "3,2"]));
    expect(Math.abs(found.filter((place) => place === "3,2").length - 200)).toBeLessThan(40);
  });
});
