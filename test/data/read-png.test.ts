import {deflateSync} from "node:zlib";
import {describe, expect, test} from "vitest";
import {palettePng, sheetPng} from "../../data/png.js";
import {readPng} from "../../data/read-png.js";

function chunk(type: string, data: readonly number[] | Uint8Array): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  return Buffer.concat([head, Buffer.from(type), Buffer.from(data), Buffer.alloc(4)]);
}

/** A PNG of `rows`, each with its filter in front. */
function png(
  [width, height, bits, colourType, interlaced = 0]: readonly number[],
  rows: readonly (readonly number[])[],
  more: readonly Buffer[] = [],
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width!, 0);
  header.writeUInt32BE(height!, 4);
  header.set([bits!, colourType!, 0, 0, interlaced], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk("IHDR", header),
    ...more,
    chunk("IDAT", deflateSync(Buffer.from(rows.flat()))),
    chunk("IEND", []),
  ]);
}

describe("readPng", () => {
  test("undoes every filter", () => {
    const first = [0, 10, 20, 30, 40, 50, 60, 70, 80];
    const sub = [1, 10, 20, 30, 40, 40, 40, 40, 40]; // to its left
    const up = [2, 0, 0, 0, 0, 1, 1, 1, 1]; // above
    const average = [3, 5, 10, 15, 20, 0, 0, 0, 0]; // of both
    const paeth = [4, 0, 0, 0, 0, 0, 0, 0, 0]; // the likeliest of three
    const {data} = readPng(png([2, 5, 8, 6], [first, sub, up, average, paeth]));
    const rows = Array.from({length: 5}, (_, y) => [...data.subarray(8 * y, 8 * y + 8)]);
    expect(rows).toEqual([
      [10, 20, 30, 40, 50, 60, 70, 80],
      [10, 20, 30, 40, 50, 60, 70, 80],
      [10, 20, 30, 40, 51, 61, 71, 81],
      [10, 20, 30, 40, 30, 40, 50, 60],
      [10, 20, 30, 40, 30, 40, 50, 60],
    ]);
  });

  test("a palette of four bits, with alpha for its first colours", () => {
    const table = [chunk("PLTE", [1, 2, 3, 4, 5, 6, 7, 8, 9]), chunk("tRNS", [0, 128])];
    const {data} = readPng(png([3, 1, 4, 3], [[0, 0x01, 0x20]], table));
    expect([...data]).toEqual([1, 2, 3, 0, 4, 5, 6, 128, 7, 8, 9, 255]);
  });

  test("what this project writes", () => {
    const grey = Uint8Array.of(1, 2, 3, 4);
    const {data} = readPng(sheetPng({data: grey, shape: [1, 2, 2, 1]}, 1, 1, 0));
    expect([...data]).toEqual([1, 2, 3, 4].flatMap((value) => [value, value, value, 255]));
    const colours = Uint8Array.of(9, 8, 7, 0, 0, 255);
    const made = readPng(palettePng({data: colours, shape: [1, 1, 2, 3]}, 2));
    expect([...made.data]).toEqual([9, 8, 7, 255, 0, 0, 255, 255]);
  });

  test.each([
    ["interlaced", [1, 1, 8, 6, 1]],
    ["of sixteen bits", [1, 1, 16, 6]],
    ["of an unknown kind", [1, 1, 8, 7]],
  ] as const)("one that is %s is refused", (_, header) => {
    expect(() => readPng(png(header, [[0, 0, 0, 0, 0]]))).toThrow("invalid PNG");
  });

  test("no PNG is refused", () => {
    expect(() => readPng(Buffer.from("GIF89a and more"))).toThrow("another signature");
  });
});
