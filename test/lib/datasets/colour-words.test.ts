import {describe, expect, test} from "vitest";
import {
  colourShares,
  colourWord,
  colourWords,
  mainColour,
} from "../../../lib/datasets/colour-words.js";

/** Colours whose word nobody doubts: of CSS, and of the palette that emoji are drawn with. */
const known = {
  red: ["ff0000", "dc143c", "b22222", "f44336", "c62828", "d50000", "8b0000"],
  orange: ["ffa500", "ff8c00", "ff9800", "f57c00", "fb8c00"],
  yellow: ["ffff00", "ffd700", "ffeb3b", "fdd835", "ffca28", "f0e68c"],
  green: ["008000", "00ff00", "228b22", "4caf50", "2e7d32", "556b2f", "8bc34a", "009688"],
  blue: ["0000ff", "000080", "4169e1", "00bfff", "87ceeb", "2196f3", "0d47a1", "3f51b5", "00ffff"],
  purple: ["800080", "9400d3", "8a2be2", "673ab7", "9c27b0", "dda0dd", "4b0082"],
  pink: ["ffc0cb", "ff69b4", "ff1493", "f48fb1", "ec407a", "fa8072"],
  brown: ["8b4513", "a0522d", "795548", "5d4037", "6d4c41"],
  black: ["000000", "212121", "333333", "1b1b1b"],
  white: ["ffffff", "fafafa", "eeeeee", "f5f5f5"],
  grey: ["808080", "9e9e9e", "757575", "bdbdbd", "90a4ae", "708090"],
} as const;

describe("colourWord", () => {
  test.each(Object.entries(known))("%s", (word, codes) => {
    const said = codes.map((code) => {
      const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(code.slice(at, at + 2), 16));
      return `${code} ${colourWord(red!, green!, blue!)}`;
    });
    expect(said).toEqual(codes.map((code) => `${code} ${word}`));
  });

  test("there is an example of every word", () => {
    expect(Object.keys(known)).toEqual([...colourWords]);
  });
});

const [red, white, blue] = [
  [255, 0, 0],
  [255, 255, 255],
  [0, 0, 255],
];

test("shares of the area, the largest first, of the pixels that count", () => {
  const pixels = Uint8Array.from([red, white, white, blue, white].flat() as number[]);
  expect(colourShares(pixels)).toEqual([
    ["white", 0.6],
    ["red", 0.2],
    ["blue", 0.2],
  ]);
  expect(colourShares(pixels, (i) => i === 0 || i === 1)).toEqual([
    ["red", 0.5],
    ["white", 0.5],
  ]);
  expect(colourShares(pixels, () => false)).toEqual([]);
});

test("a colour outdoes more of white, and a trace of it does not", () => {
  expect(
    mainColour([
      ["white", 0.6],
      ["red", 0.3],
      ["blue", 0.1],
    ]),
  ).toBe("red");
  expect(
    mainColour([
      ["white", 0.8],
      ["red", 0.2],
    ]),
  ).toBe("white");
  expect(mainColour([])).toBeUndefined();
});
