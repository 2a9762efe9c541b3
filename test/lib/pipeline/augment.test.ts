import {expect, it} from "vitest";
import {
  brightened,
  contrasted,
  cropped,
  mirrored,
  rotated,
  withCutout,
} from "../../../lib/pipeline/augment.js";
import type {Raster} from "../../../lib/pipeline/raster.js";
import {even, expectClose, picture, reference} from "./pixels-reference.js";

/** 1 2 3 above 4 5 6 above 7 8 9, in tenths. */
const nine: Raster = {
  data: Float64Array.from({length: 9}, (_, i) => (i + 1) / 10),
  shape: [3, 3, 1],
};
const tenths = ({data}: Raster) => [...data].map((value) => Math.round(10 * value));

it("makes what NumPy makes", () => {
  expectClose(rotated(picture, 33), reference.rotated);
  expectClose(rotated(picture, -200), reference.rotatedFar);
  expectClose(cropped(picture, 2, 3, 6), reference.cropped);
  expectClose(contrasted(picture, 1.7), reference.contrasted);
});

it("turns to the left, by quarters without any loss", () => {
  expect(tenths(rotated(nine, 90))).toEqual([3, 6, 9, 2, 5, 8, 1, 4, 7]);
  expect(tenths(rotated(nine, 180))).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
  expectClose(rotated(rotated(picture, 180), -180), reference.picture);
});

it("mirrors, and back", () => {
  expect(tenths(mirrored(nine))).toEqual([3, 2, 1, 6, 5, 4, 9, 8, 7]);
  expectClose(mirrored(mirrored(picture)), reference.picture);
});

it("makes lighter and darker up to white and black", () => {
  expect(tenths(brightened(nine, 0.4))).toEqual([5, 6, 7, 8, 9, 10, 10, 10, 10]);
  expect(tenths(brightened(nine, -0.4))).toEqual([0, 0, 0, 0, 1, 2, 3, 4, 5]);
});

it("cuts out a square, all channels of it, and no more than there is", () => {
  expect(tenths(withCutout(nine, 1, 1, 5))).toEqual([1, 2, 3, 4, 0, 0, 7, 0, 0]);
  expect(tenths(withCutout(nine, -1, -1, 2))).toEqual([0, 2, 3, 4, 5, 6, 7, 8, 9]);
  const black = withCutout(even, 2, 1, 1).data;
  expect(black.filter((value) => value === 0)).toHaveLength(3);
});

it("refuses a square that is not in the picture", () => {
  expect(() => cropped(nine, 1, 0, 3)).toThrow("invalid square: 3 pixels at 1, 0 (within 3 by 3)");
});
