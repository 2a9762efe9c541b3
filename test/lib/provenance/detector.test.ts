import {expect, test} from "vitest";
import type {ByteImages} from "../../../lib/image.js";
import {detector} from "../../../lib/provenance/detector.js";
import {textures} from "../../../lib/provenance/texture.js";
import {Random} from "../../../lib/random.js";

test("a texture counts greys, steps and black by hand", () => {
  const image: ByteImages = {data: Uint8Array.of(0, 11, 255, 64), shape: [1, 2, 2, 1]};
  const counts = textures(image)[0]!.map((value) => Math.round(Math.expm1(value)));
  const greys = [2, 0, 1, 0, 0, 0, 0, 1];
  const steps = [1, 1, 0, 0, 0, 1, 0, 1]; // 11, 191 across; 255, 53 down
  expect(counts).toEqual([...greys, ...steps, 1, 1]);
  expect(() => textures({data: new Uint8Array(12), shape: [1, 2, 2, 3]})).toThrow(/channels: 3/);
});

test("two clouds of one number meet in the middle, however many there are of each", () => {
  const random = new Random(1);
  const cloud = (n: number, at: number) =>
    Array.from({length: n}, () => [at + random.normal(), random.normal()]);
  const {probabilities} = detector(cloud(900, -2), cloud(300, 2));
  const [low, middle, high] = probabilities([
    [-2, 0],
    [0, 0],
    [2, 0],
  ]);
  expect(low).toBeLessThan(0.1);
  expect(middle).toBeGreaterThan(0.4);
  expect(middle).toBeLessThan(0.6);
  expect(high).toBeGreaterThan(0.9);
});

test("the slope of its loss is 0 where it ends", () => {
  const real = [[0], [1], [2], [4]];
  const made = [[2], [3], [5]];
  const all = [...real, ...made];
  const p = detector(real, made).probabilities(all);
  const weights = all.map((_, i) => (i < 4 ? 1 / 8 : 1 / 6));
  const off = weights.reduce((sum, w, i) => sum + w * (p[i]! - (i < 4 ? 0 : 1)), 0);
  expect(Math.abs(off)).toBeLessThan(1e-6);
});

test("what never differs tells nothing, and nothing cannot be learned from", () => {
  const {probabilities} = detector([[5], [5]], [[5]]);
  expect(probabilities([[5]])[0]).toBeCloseTo(0.5, 12);
  expect(() => detector([], [[1]])).toThrow(/too few pictures: 0 real, 1 made/);
});
