import {inflateSync} from "node:zlib";
import {expect, test} from "vitest";
import {palettePng, sheetPng} from "../../data/png.js";

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A PNG of 8 bits, grey, RGB or of a palette, read back by the third edition's rules (section 9): filters 0, 1 and 2, any number of IDATs. */
function readPng(png: Uint8Array): Pixels {
  const bytes = Buffer.from(png);
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  expect([0, 2, 3]).toContain(bytes[25]);
  const channels = bytes[25] === 2 ? 3 : 1;
  const stride = width * channels;
  expect([...bytes.subarray(24, 29)]).toEqual([8, bytes[25], 0, 0, 0]);
  const rows = inflateSync(Buffer.concat(partsOf(bytes, "IDAT")));
  expect(rows.length).toBe((stride + 1) * height);
  const data = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x >= channels ? data[at - channels]! : 0;
      const before = [0, left, y > 0 ? data[at - stride]! : 0];
      data[at] = rows[y * (stride + 1) + 1 + x]! + before[rows[y * (stride + 1)]!]!;
    }
  return {width, height, data};
}

function partsOf(bytes: Buffer, type: string): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString("latin1", at + 4, at + 8) === type)
      parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return parts;
}

test("a sheet holds its pictures enlarged, with black between them", () => {
  const data = Uint8Array.of(1, 2, 3, 4, 250, 251, 252, 253, 9, 8, 7, 6);
  const {width, height, data: pixels} = readPng(sheetPng({data, shape: [3, 2, 2, 1]}, 2, 2, 1));
  expect([width, height]).toEqual([11, 11]);
  const rows = Array.from({length: 11}, (_, y) => [...pixels.subarray(y * 11, y * 11 + 11)]);
  const black = Array(11).fill(0);
  const upper = [0, 1, 1, 2, 2, 0, 250, 250, 251, 251, 0];
  const lower = [0, 3, 3, 4, 4, 0, 252, 252, 253, 253, 0];
  const last = [0, 9, 9, 8, 8, 0, 0, 0, 0, 0, 0];
  const end = [0, 7, 7, 6, 6, 0, 0, 0, 0, 0, 0];
  expect(rows).toEqual([black, upper, upper, lower, lower, black, last, last, end, end, black]);
});

test("colours come back as they were", () => {
  const data = Uint8Array.of(255, 0, 10, 20, 30, 40, 1, 2, 3, 4, 5, 6);
  const {width, height, data: pixels} = readPng(sheetPng({data, shape: [1, 2, 2, 3]}, 1, 1, 0));
  expect([width, height]).toEqual([2, 2]);
  expect([...pixels]).toEqual([...data]);
});

test("of few colours there is a palette, and each pixel has its own", () => {
  const data = Uint8Array.of(9, 8, 7, 9, 8, 7, 0, 0, 255, 9, 8, 7, 250, 0, 0, 0, 0, 255);
  const png = palettePng({data, shape: [1, 2, 3, 3]}, 3);
  const {width, height, data: indices} = readPng(png);
  expect([width, height]).toEqual([3, 2]);
  const palette = Buffer.concat(partsOf(Buffer.from(png), "PLTE"));
  expect([...indices].flatMap((i) => [...palette.subarray(3 * i, 3 * i + 3)])).toEqual([...data]);
});
