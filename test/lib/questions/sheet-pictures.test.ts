import {expect, it} from "vitest";
import {smallSheet} from "../../../lib/questions/sheet-pictures.js";

/** `n` pictures of one pixel, each with its own place as its shade. */
const pictures = (n: number) => ({
  data: Uint8Array.from({length: n}, (_, i) => i),
  shape: [n, 1, 1, 1],
});

it("the first twenty samples make a sheet of five columns", () => {
  const {images, columns, isPlane} = smallSheet({samples: pictures(40)})!;
  expect([...images.data]).toEqual(Array.from({length: 20}, (_, i) => i));
  expect([columns, isPlane]).toEqual([5, false]);
});

it("every third place of a plane, from the second on, makes a small plane", () => {
  const {images, columns, isPlane} = smallSheet({plane: pictures(225)})!;
  expect([...images.data.slice(0, 6)]).toEqual([16, 19, 22, 25, 28, 61]);
  expect(images.shape).toEqual([25, 1, 1, 1]);
  expect([columns, isPlane]).toEqual([5, true]);
});

it("of other pictures there is none", () => {
  expect(smallSheet({family: pictures(8)})).toBeUndefined();
});
