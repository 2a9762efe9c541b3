import {expect, test} from "vitest";
import {indicesOf, paletteOf} from "../../data/palette.js";

const red = [250, 0, 0];
const reddish = [240, 0, 0];
const blue = [0, 0, 200];

test("colours that are near each other share a place, the others keep their own", () => {
  const pixels = Uint8Array.from([red, red, red, red, blue, blue, reddish].flat());
  const palette = paletteOf(pixels, 2);
  // Weighted by the roots of 4 and 1: (2 · 250 + 1 · 240) / 3.
  expect([...palette]).toEqual([247, 0, 0, ...blue]);
  expect([...indicesOf(pixels, palette)]).toEqual([0, 0, 0, 0, 1, 1, 0]);
});

test("as many colours as there are come back exactly", () => {
  const pixels = Uint8Array.from([red, blue, blue, reddish].flat());
  const palette = paletteOf(pixels, 3);
  const indices = indicesOf(pixels, palette);
  const again = [...indices].flatMap((i) => [...palette.subarray(3 * i, 3 * i + 3)]);
  expect(again).toEqual([...pixels]);
});

test("more colours than there are are refused", () => {
  expect(() => paletteOf(Uint8Array.from(red), 2)).toThrow(
    "invalid palette size: 2 (at most 1 colours)",
  );
});
