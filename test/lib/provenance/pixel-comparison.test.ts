import {describe, expect, test} from "vitest";
import {comparePixels, type SameSize} from "../../../lib/provenance/pixel-comparison.js";
import {Random} from "../../../lib/random.js";

const random = new Random(3);
const [width, height] = [7, 5];
const data = Uint8Array.from({length: 4 * width * height}, (_, i) =>
  i % 4 === 3 ? 255 : random.integer(256),
);
const picture = {width, height, data};
/** `picture` with `value` added, within 0 to 255 and around, to channel `c` at each place. */
const changed = (
  places: readonly (readonly [x: number, y: number, c: number, value: number])[],
) => {
  const copy = data.slice();
  for (const [x, y, c, value] of places) copy[4 * (y * width + x) + c]! += value;
  return {width, height, data: copy};
};
const same = (b: ReturnType<typeof changed>) => comparePixels(picture, b) as SameSize;

describe("two pictures", () => {
  test("that are equal differ in no pixel, and nowhere", () => {
    expect(same(changed([]))).toEqual({
      ...{kind: "same-size", pixels: 35, differing: 0, largest: 0},
      differences: new Uint8Array(35),
    });
  });

  test("are told apart by one step of one channel of one pixel", () => {
    const at = 4 * (2 * width + 6) + 1;
    const by = data[at]! < 255 ? 1 : -1;
    const found = same(changed([[6, 2, 1, by]]));
    expect(found).toMatchObject({differing: 1, largest: 1});
    expect(found.within).toEqual({left: 6, top: 2, width: 1, height: 1});
    expect(found.differences[2 * width + 6]).toBe(1);
  });

  test("differ by the channel that differs most, within the smallest rectangle", () => {
    const black = {width: 3, height: 3, data: new Uint8Array(36).fill(0)};
    for (let i = 3; i < 36; i += 4) black.data[i] = 255;
    const other = {...black, data: black.data.slice()};
    other.data.set([3, 200, 7], 4);
    other.data.set([9], 4 * 6);
    expect(comparePixels(black, other)).toMatchObject({
      ...{differing: 2, largest: 200, within: {left: 0, top: 0, width: 2, height: 3}},
    });
  });

  test("of which nothing is seen do not differ there, whatever their colour", () => {
    const clear = {width: 1, height: 1, data: [9, 9, 9, 0]};
    expect(comparePixels(clear, {...clear, data: [0, 0, 0, 0]})).toMatchObject({differing: 0});
    expect(comparePixels(clear, {...clear, data: [9, 9, 9, 1]})).toMatchObject({differing: 1});
  });

  test("of two sizes are not compared, also where they have as many pixels", () => {
    const turned = {width: height, height: width, data};
    expect(comparePixels(picture, turned)).toEqual({
      kind: "other-size",
      sizes: [
        [7, 5],
        [5, 7],
      ],
    });
    expect(() => comparePixels(picture, {width: 2, height: 2, data: [1]})).toThrow(
      "invalid picture: 1 values of 2 by 2 pixels (four a pixel)",
    );
  });
});
