import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import type {ByteImages} from "../../../lib/image.js";
import {
  keySigns,
  signScores,
  watermarkChance,
  watermarkScores,
  withWatermark,
} from "../../../lib/provenance/watermark.js";
import {Random} from "../../../lib/random.js";

const reference = JSON.parse(
  readFileSync(new URL("../../reference/watermark.json", import.meta.url), "utf8"),
);
const pictures: ByteImages = {data: Uint8Array.from(reference.pictures), shape: reference.shape};
const mark = {key: 7, strength: 6, grain: 1};

test.each(["1", "2", "4"])("scores of a grain of %s are NumPy's", (grain) => {
  const scores = signScores(pictures, reference.signs[grain], Number(grain));
  for (const [i, score] of scores.entries())
    expect(score).toBeCloseTo(reference.scores[grain][i], 10);
});

test("a mark moves each pixel by its strength, up where the key says +1, and ends at black and white", () => {
  const images: ByteImages = {data: Uint8Array.of(0, 255, 100, 3), shape: [1, 2, 2, 1]};
  const signs = keySigns(7, 4);
  const {data} = withWatermark(images, mark);
  expect([...data]).toEqual(
    [...images.data].map((value, i) => Math.max(0, Math.min(255, value + 6 * signs[i]!))),
  );
  expect(new Set(keySigns(7, 64))).toEqual(new Set([-1, 1]));
});

test("a coarse mark has one sign for each square", () => {
  const images: ByteImages = {data: new Uint8Array(64).fill(100), shape: [1, 8, 8, 1]};
  const {data} = withWatermark(images, {...mark, grain: 4});
  for (const corner of [0, 4, 32, 36])
    expect(new Set([0, 1, 8, 27].map((step) => data[corner + step])).size).toBe(1);
});

test("the right key finds the mark, others do not: their scores are those of coins", () => {
  const found = watermarkScores(withWatermark(pictures, {...mark, strength: 20}), mark);
  for (const z of found) expect(watermarkChance(z)).toBeLessThan(1e-4);
  const others = Array.from({length: 400}, (_, key) => watermarkScores(pictures, {key, grain: 1}));
  const all = others.flatMap((scores) => [...scores]);
  const mean = all.reduce((a, b) => a + b) / all.length;
  const square = all.reduce((a, b) => a + b * b, 0) / all.length;
  expect(Math.abs(mean)).toBeLessThan(0.1);
  expect(square).toBeGreaterThan(0.85);
  expect(square).toBeLessThan(1.15);
  const share = all.filter((z) => watermarkChance(z) < 0.05).length / all.length;
  expect(share).toBeGreaterThan(0.03);
  expect(share).toBeLessThan(0.07);
});

test("an even picture has no score, and a score of 0 is even odds", () => {
  const even: ByteImages = {data: new Uint8Array(16).fill(9), shape: [1, 4, 4, 1]};
  expect([...watermarkScores(even, mark)]).toEqual([0]);
  expect(watermarkChance(0)).toBeCloseTo(0.5, 12);
  expect(watermarkChance(2.326)).toBeCloseTo(0.01, 4);
});

test("refuses colours and a grain that does not fit", () => {
  const random = new Random(1);
  const coloured: ByteImages = {
    data: Uint8Array.from({length: 48}, () => random.integer(256)),
    shape: [1, 4, 4, 3],
  };
  expect(() => withWatermark(coloured, mark)).toThrow("invalid channels: 3 (1)");
  expect(() => withWatermark(pictures, {...mark, grain: 3})).toThrow(/invalid grain: 3/);
  expect(() => watermarkScores(pictures, {key: 1, grain: 0})).toThrow(/invalid grain: 0/);
});
