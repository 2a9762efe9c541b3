import {expect, test} from "vitest";
import {boxMean, softenedBatch} from "../../data/soften.js";
import {Random} from "../../lib/random.js";

const images = {data: new Uint8Array([0, 255, 255, 255, 0, 0, 0, 0]), shape: [2, 2, 2, 1] as const};

test("the mean over 3 x 3 takes what there is at the edges", () => {
  const line = Float32Array.from([0, 3, 9]); // [1, 3, 1]
  expect([...boxMean(line, 1, 3, 1)]).toEqual([1.5, 4, 6]);
  const two = Float32Array.from([0, 10, 2, 20]); // [1, 2, 2]: channels stay apart
  expect([...boxMean(two, 1, 2, 2)]).toEqual([1, 15, 1, 15]);
});

test("without softness and noise it is the pictures", () => {
  const batch = softenedBatch(images, new Uint32Array([1, 0]), {share: 0, noise: 0}, new Random(1));
  expect([...batch]).toEqual([-1, -1, -1, -1, -1, 1, 1, 1]);
});

test("softness lies between the picture and its mean, noise has its size", () => {
  const softening = {share: 1, noise: 0};
  const random = new Random(2);
  const soft = softenedBatch(images, new Uint32Array([0]), softening, random);
  for (const value of soft.subarray(1)) {
    expect(value).toBeLessThan(1);
    expect(value).toBeGreaterThanOrEqual(0.5);
  }
  const flat = {data: new Uint8Array(4000), shape: [1, 40, 100, 1] as const};
  const noisy = softenedBatch(flat, new Uint32Array([0]), {share: 0, noise: 0.1}, random);
  const spread = Math.sqrt(noisy.reduce((sum, value) => sum + (value + 1) ** 2, 0) / 4000);
  expect(spread).toBeGreaterThan(0.095);
  expect(spread).toBeLessThan(0.105);
});
