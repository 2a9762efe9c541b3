import {expect, test} from "vitest";
import {onWhite} from "../../data/on-white.js";

/** A picture of one grey value and one alpha for each place. */
const greys = (values: readonly (readonly [grey: number, alpha: number])[]) => ({
  width: Math.sqrt(values.length),
  height: Math.sqrt(values.length),
  data: Uint8Array.from(values.flatMap(([grey, alpha]) => [grey, grey, grey, alpha])),
});

test("what is transparent is white, and what is half so is half as dark", () => {
  const picture = greys([
    [0, 255],
    [0, 0],
    [0, 51],
    [100, 255],
  ]);
  const rgb = [0, 255, 204, 100].flatMap((grey) => [grey, grey, grey]);
  expect([...onWhite(picture, 2)]).toEqual(rgb);
});

test("a new pixel is the mean of the area that it covers, whole pixels or parts of them", () => {
  const rows = [0, 0, 0, 90, 90, 90, 90, 90, 90].map((grey) => [grey, 255] as const);
  expect([...onWhite(greys(rows), 1)]).toEqual([60, 60, 60]);
  // Each of two rows covers one and a half: (0 + 90 / 2) / 1.5 and 90.
  expect([...onWhite(greys(rows), 2)].filter((_, i) => i % 3 === 0)).toEqual([30, 30, 90, 90]);
});

test("a picture that is smaller or no square is refused", () => {
  expect(() => onWhite(greys([[0, 255]]), 2)).toThrow("invalid picture size: 1 by 1");
  expect(() => onWhite({...greys([[0, 255]]), width: 2}, 1)).toThrow("invalid picture size");
});
