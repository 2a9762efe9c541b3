import {expect, test} from "vitest";
import {entryPatches, patchSide, sharesOf} from "./entry-patches.js";

/** A picture whose pixels say where they are: row + column / 100. */
const placed = {
  data: Float32Array.from({length: 784}, (_, i) => Math.floor(i / 28) + (i % 28) / 100),
  shape: [1, 28, 28, 1] as const,
};
const only = (place: number) => Uint8Array.from({length: 49}, (_, i) => (i === place ? 1 : 0));
const pixel = (patches: Float32Array, entry: number, row: number, column: number) =>
  patches[entry * patchSide * patchSide + row * patchSide + column];

test("a patch is what is drawn around its token, two pixels beyond it", () => {
  const {data, shape} = entryPatches(placed, only(17), 3); // row 2, column 3: from (8, 12) on
  expect(shape).toEqual([3, 8, 8, 1]);
  expect(pixel(data, 1, 2, 2)).toBeCloseTo(8.12, 5);
  expect(pixel(data, 1, 0, 0)).toBeCloseTo(6.1, 5);
  expect(pixel(data, 1, 7, 7)).toBeCloseTo(13.17, 5);
});

test("outside of the picture all is black, and so is an entry that stands nowhere", () => {
  const {data} = entryPatches(placed, only(48), 3);
  expect(pixel(data, 1, 7, 7)).toBe(-1);
  expect(pixel(data, 1, 2, 2)).toBeCloseTo(24.24, 5);
  expect(data.subarray(2 * 64).every((value) => value === -1)).toBe(true);
});

test("of several places it is the mean", () => {
  const tokens = only(17);
  tokens[31] = 1; // row 4, column 3: from (16, 12) on
  const {data} = entryPatches(placed, tokens, 2);
  expect(pixel(data, 1, 2, 2)).toBeCloseTo(12.12, 5);
});

test("shares of tokens sum to one", () => {
  expect([...sharesOf(Uint8Array.of(0, 2, 2, 2), 4)]).toEqual([0.25, 0, 0.75, 0]);
});
