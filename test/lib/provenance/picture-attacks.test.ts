import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import type {ByteImages} from "../../../lib/image.js";
import {jpegSteps, recompressed, roundedWaves} from "../../../lib/provenance/jpeg-blocks.js";
import {linearCode, regenerated} from "../../../lib/provenance/linear-code.js";
import {
  blurred,
  cropped,
  moved,
  resized,
  withNoise,
} from "../../../lib/provenance/picture-attacks.js";
import {Random} from "../../../lib/random.js";

const reference = JSON.parse(
  readFileSync(new URL("../../reference/watermark.json", import.meta.url), "utf8"),
);
const pictures: ByteImages = {data: Uint8Array.from(reference.pictures), shape: reference.shape};

/** Half a grey level may be rounded either way. */
function expectNear({data}: ByteImages, wanted: readonly number[]): void {
  expect(data.length).toBe(wanted.length);
  const differences = wanted.map((value, i) => Math.abs(value - data[i]!));
  expect(Math.max(...differences)).toBeLessThanOrEqual(1);
  expect(differences.filter((each) => each > 0).length).toBeLessThan(0.01 * wanted.length);
}

test("blur, another size and a crop are NumPy's", () => {
  expectNear(blurred(pictures, 1), reference.blurred);
  expectNear(resized(pictures, 2), reference.resized);
  expectNear(cropped(pictures, 2), reference.cropped);
});

test("rounded waves are NumPy's, also where blocks reach beyond the edge", () => {
  expectNear(roundedWaves(pictures, reference.steps), reference.recompressed);
});

test("quality 50 has the standard's table, 100 loses next to nothing, 10 much", () => {
  expect(jpegSteps(50).slice(0, 4)).toEqual([16, 11, 10, 16]);
  expect(jpegSteps(50).at(-1)).toBe(99);
  expect(new Set(jpegSteps(100))).toEqual(new Set([1]));
  const lost = (quality: number) => {
    const {data} = recompressed(pictures, quality);
    return Math.max(...data.map((value, i) => Math.abs(value - pictures.data[i]!)));
  };
  expect(lost(100)).toBeLessThanOrEqual(2);
  expect(lost(10)).toBeGreaterThan(20);
  expect(() => jpegSteps(0)).toThrow(/invalid quality: 0/);
});

test("drawn anew from a code of two numbers, as by singular values", async () => {
  const code = await linearCode(pictures, 2, new Random(1));
  expectNear(regenerated(pictures, code), reference.regenerated);
  const all = await linearCode(pictures, 4, new Random(1));
  expectNear(regenerated(pictures, all), reference.pictures);
  await expect(linearCode(pictures, 0, new Random(1))).rejects.toThrow(/invalid numbers/);
});

test("noise has its spread, and a move repeats the edge", () => {
  const grey: ByteImages = {data: new Uint8Array(4000).fill(128), shape: [1, 40, 100, 1]};
  const {data} = withNoise(grey, 10, new Random(1));
  const square = data.reduce((sum, value) => sum + (value - 128) ** 2, 0) / data.length;
  expect(Math.sqrt(square)).toBeGreaterThan(9.5);
  expect(Math.sqrt(square)).toBeLessThan(10.5);
  const row: ByteImages = {data: Uint8Array.of(1, 2, 3, 4), shape: [1, 1, 4, 1]};
  expect([...moved(row, 1).data]).toEqual([1, 1, 2, 3]);
  expect([...moved(row, 0).data]).toEqual([1, 2, 3, 4]);
});

test("refuses colours, odd sizes and a crop of everything", () => {
  expect(() => blurred({data: new Uint8Array(12), shape: [1, 2, 2, 3]}, 1)).toThrow(/channels: 3/);
  expect(() => resized(pictures, 5)).toThrow(/invalid size: a 5th/);
  expect(() => cropped(pictures, 6)).toThrow(/invalid edge: 6/);
});
