import {expect, it} from "vitest";
import {bytesOf, padded, rasterOf} from "../../../lib/pipeline/raster.js";
import {withNormalNoise, withSaltAndPepper} from "../../../lib/pipeline/spoil.js";
import {Random} from "../../../lib/random.js";
import {even, picture} from "./pixels-reference.js";

const grey = {data: new Float64Array(40_000).fill(0.5), shape: [100, 400, 1]} as const;

it("adds noise of the spread that was asked for, cut at black and white", () => {
  const {data} = withNormalNoise(grey, 0.1, new Random(1));
  const spread = Math.sqrt(data.reduce((sum, value) => sum + (value - 0.5) ** 2, 0) / data.length);
  expect(spread).toBeGreaterThan(0.098);
  expect(spread).toBeLessThan(0.102);
  const wild = withNormalNoise(grey, 3, new Random(1)).data;
  expect([Math.min(...wild.subarray(0, 1000)), Math.max(...wild.subarray(0, 1000))]).toEqual([
    0, 1,
  ]);
});

it("makes the share of pixels black or white, all channels of each, and leaves the rest", () => {
  const {data} = withSaltAndPepper(even, 0.3, new Random(2));
  const pixels = Array.from({length: 20}, (_, p) => [...data.subarray(3 * p, 3 * p + 3)]);
  const spoilt = pixels.filter(([red]) => red !== 0.4);
  expect(spoilt).toHaveLength(6);
  for (const [red, green, blue] of spoilt) expect([green, blue]).toEqual([red, red]);
  const many = withSaltAndPepper(grey, 1, new Random(3)).data;
  const white = many.reduce((sum, value) => sum + value, 0) / many.length;
  expect(Math.abs(white - 0.5)).toBeLessThan(0.01);
});

it("draws the same for the same seed, and leaves what it is given", () => {
  const before = [...picture.data];
  const twice = [4, 4, 5].map((seed) => [...withNormalNoise(picture, 0.2, new Random(seed)).data]);
  expect(twice[0]).toEqual(twice[1]);
  expect(twice[0]).not.toEqual(twice[2]);
  expect([...picture.data]).toEqual(before);
});

it("comes from bytes and goes back to the same ones", () => {
  const bytes = {data: Uint8Array.from({length: 256}, (_, i) => i), shape: [1, 16, 16, 1]} as const;
  expect(bytesOf(rasterOf(bytes))).toEqual(bytes);
  expect([...bytesOf({data: Float64Array.of(-1, 0.5, 7), shape: [1, 3, 1]}).data]).toEqual([
    0, 128, 255,
  ]);
  expect(() => rasterOf(bytes, 1)).toThrow("invalid picture index: 1 (an integer from 0 to 0)");
});

it("repeats the edge around a picture", () => {
  const wide = padded({data: Float64Array.of(1, 2, 3, 4), shape: [2, 2, 1]}, 1);
  expect([...wide.data]).toEqual([1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4]);
});

it("refuses what is no share or spread", () => {
  expect(() => withNormalNoise(even, -1, new Random(1))).toThrow("invalid sigma: -1");
  expect(() => withSaltAndPepper(even, 1.1, new Random(1))).toThrow(
    "invalid share: 1.1 (a number from 0 to 1)",
  );
});
