import {expect, test} from "vitest";
import {knownPixels} from "../../../../src/figures/denoise/picture-change.js";

test("a patch is two by two pixels; what is in none that is erased is known", () => {
  const known = knownPixels([0, 8, 48]);
  const missing = [...known.keys()].filter((i) => known[i] === 0);
  const patch = (row: number, column: number) =>
    [0, 1, 14, 15].map((i) => 28 * row + 2 * column + i);
  expect(missing).toEqual([...patch(0, 0), ...patch(1, 1), ...patch(6, 6)]);
  expect(knownPixels([]).every((value) => value === 1)).toBe(true);
});
