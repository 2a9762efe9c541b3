import {expect, test} from "vitest";
import {doubled} from "../../lib/doubled.js";
import {halved, type Images} from "../../lib/image.js";

const images = (data: readonly number[], shape: Images["shape"]): Images => ({
  data: Float32Array.from(data),
  shape,
});

test("a picture of one value stays one", () => {
  const {data, shape} = doubled(images(new Array(2 * 3 * 4 * 2).fill(0.25), [2, 3, 4, 2]));
  expect(shape).toEqual([2, 6, 8, 2]);
  for (const value of data) expect(value).toBeCloseTo(0.25, 6);
});

test("a slope stays a slope, away from the edge", () => {
  const ramp = Array.from({length: 36}, (_, i) => (i % 6) + 10 * Math.floor(i / 6));
  const {data} = doubled(images(ramp, [1, 6, 6, 1]));
  for (let row = 4; row < 8; row++)
    for (let column = 4; column < 8; column++)
      expect(data[row * 12 + column]).toBeCloseTo((column - 0.5) / 2 + (10 * (row - 0.5)) / 2, 4);
});

test("a picture halved after it was doubled is nearly itself", () => {
  const wave = Array.from(
    {length: 64},
    (_, i) => Math.sin(i % 8) * Math.cos(Math.floor(i / 8) / 2),
  );
  const {data} = halved(doubled(images(wave, [1, 8, 8, 1])));
  for (const [i, value] of wave.entries()) expect(Math.abs(data[i]! - value)).toBeLessThan(0.12);
});
