import {expect, test} from "vitest";
import type {ByteImages} from "../../../../lib/image.js";
import {behindWire} from "../../../../src/figures/denoise/behind-wire.js";
import {offBy, patchesOf} from "../../../../src/figures/denoise/object-removal.js";
import {knownPixels} from "../../../../src/figures/denoise/picture-change.js";

const even = (value: number): ByteImages => ({
  data: new Uint8Array(196).fill(value),
  shape: [1, 14, 14, 1],
});

test("what is off counts where something is missing, and nowhere else", () => {
  const made = even(100);
  made.data[0] = 151;
  made.data[195] = 0;
  const known = knownPixels([0]); // the pixels 0, 1, 14 and 15
  expect(offBy(even(100), made, known)).toBeCloseTo(51 / 255 / 2, 10);
  expect(offBy(even(100), made, knownPixels([]))).toBeUndefined();
});

test("the patches of an object hold all of its pixels, and each holds one", () => {
  expect(patchesOf([0, 1, 16, 195])).toEqual([0, 1, 48]);
});

test("a wire goes from edge to edge, another one each time, and the truth stays", () => {
  const {seen, truth, object} = behindWire(even(0), 3);
  expect(object.map((i) => i % 14)).toEqual([...Array(14).keys()]);
  expect(new Set(truth.data)).toEqual(new Set([0]));
  expect([...seen.data.keys()].filter((i) => seen.data[i] === 255)).toEqual(
    [...object].sort((a, b) => a - b),
  );
  expect(behindWire(even(0), 4).object).not.toEqual(object);
});
