import {expect, test} from "vitest";
import {softDiscs} from "../../../lib/datasets/soft-discs.js";
import type {Images} from "../../../lib/image.js";
import {
  checkerboard,
  checkerboardFloor,
  checkerboardShares,
} from "../../../lib/metrics/checkerboard.js";
import {Random} from "../../../lib/random.js";

/** One picture whose pixel at column x and row y is `value(x, y)`. */
function picture(h: number, w: number, value: (x: number, y: number) => number): Images {
  const data = Float32Array.from({length: h * w}, (_, i) => value(i % w, Math.floor(i / w)));
  return {data, shape: [1, h, w, 1]};
}

/** The definition by a plain discrete Fourier transform. */
function byTransform({data, shape: [, h, w]}: Images): number {
  let [lines, all] = [0, 0];
  for (let v = 0; v < h; v++)
    for (let u = 0; u < w; u++) {
      let [re, im] = [0, 0];
      for (let i = 0; i < h * w; i++) {
        const angle = 2 * Math.PI * ((u * (i % w)) / w + (v * Math.floor(i / w)) / h);
        re += data[i]! * Math.cos(angle);
        im -= data[i]! * Math.sin(angle);
      }
      const energy = re * re + im * im;
      if (u !== 0 || v !== 0) all += energy;
      if (u === w / 2 || v === h / 2) lines += energy;
    }
  return lines / all;
}

test("stripes and checks of two pixels are all of a picture's contrast, wider ones none", () => {
  const sign = (n: number) => (n % 2 === 0 ? 1 : -1);
  expect(checkerboard(picture(8, 8, (x) => sign(x)))).toBeCloseTo(1, 9);
  expect(checkerboard(picture(8, 6, (_, y) => 0.3 + sign(y)))).toBeCloseTo(1, 9);
  expect(checkerboard(picture(8, 8, (x, y) => sign(x + y)))).toBeCloseTo(1, 9);
  expect(checkerboard(picture(8, 8, (x) => sign(x >> 1)))).toBeCloseTo(0, 9);
});

test("equals the share by a Fourier transform, for any picture", () => {
  const random = new Random(3);
  for (const [h, w] of [
    [8, 8],
    [6, 10],
  ] as const) {
    const noise = picture(h, w, () => random.normal());
    expect(checkerboard(noise)).toBeCloseTo(byTransform(noise), 6);
  }
});

test("neither brightness nor contrast matter; a flat picture counts 0", () => {
  const random = new Random(4);
  const noise = picture(8, 8, () => random.normal());
  const other = {...noise, data: noise.data.map((value) => 0.25 * value + 0.5)};
  expect(checkerboard(other)).toBeCloseTo(checkerboard(noise), 5);
  expect(checkerboard(picture(4, 4, () => 0.7))).toBe(0);
});

test("is the mean over pictures, and low for soft discs", () => {
  const random = new Random(5);
  const discs: Images = {data: softDiscs(random, 20), shape: [20, 16, 16, 1]};
  const shares = checkerboardShares(discs);
  expect(checkerboard(discs)).toBeCloseTo(shares.reduce((a, b) => a + b) / 20, 12);
  const {low, high} = checkerboardFloor(() => ({
    data: softDiscs(random, 20),
    shape: [20, 16, 16, 1],
  }));
  expect(checkerboard(discs)).toBeGreaterThan(low / 2);
  expect(checkerboard(discs)).toBeLessThan(2 * high);
  expect(high).toBeLessThan(0.0004);
});

test("odd sides, colours and no pictures are refused with their shape", () => {
  expect(() => checkerboard(picture(7, 8, () => 0))).toThrow(/\[1, 7, 8, 1\]/);
  expect(() => checkerboard({data: new Float32Array(48), shape: [1, 4, 4, 3]})).toThrow(/channel/);
  expect(() => checkerboard({data: new Float32Array(0), shape: [0, 4, 4, 1]})).toThrow(/at least/);
});
