import {describe, expect, test} from "vitest";
import {readIdx, writeIdx} from "../../../lib/datasets/idx.js";

const labels = new Uint8Array([0, 0, 8, 1, 0, 0, 0, 3, 7, 8, 9]);
const pixels = new Uint8Array([0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 2, 1, 2, 3, 4]);

test("reads labels and pixels, written by hand", () => {
  expect(readIdx(labels)).toEqual({data: new Uint8Array([7, 8, 9]), shape: [3], end: 11});
  expect(readIdx(pixels)).toEqual({data: new Uint8Array([1, 2, 3, 4]), shape: [1, 2, 2], end: 20});
});

test("reads an array behind another, also from a view that begins inside a buffer", () => {
  const both = new Uint8Array(40).subarray(5, 36);
  both.set(labels);
  both.set(pixels, labels.length);
  expect(readIdx(both, readIdx(both).end)).toEqual({...readIdx(pixels), end: 31});
});

test("writes what it reads", () => {
  expect(writeIdx({data: new Uint8Array([7, 8, 9]), shape: [3]})).toEqual(labels);
  expect(writeIdx({data: new Uint8Array([1, 2, 3, 4]), shape: [1, 2, 2]})).toEqual(pixels);
});

test("sizes above 65,535 keep their bytes in order", () => {
  const long = {data: new Uint8Array(70_000).fill(3), shape: [70_000]};
  expect([...writeIdx(long).slice(4, 8)]).toEqual([0, 1, 0x11, 0x70]);
  expect(readIdx(writeIdx(long))).toMatchObject(long);
});

describe("refuses", () => {
  test.each([
    ["an empty file", [], "invalid idx header: NaN at byte 0 (2049 to 2052)"],
    [
      "another type",
      [0, 0, 13, 1, 0, 0, 0, 0],
      "invalid idx header: 3329 at byte 0 (2049 to 2052)",
    ],
    ["no dimension", [0, 0, 8, 0], "invalid idx header: 2048 at byte 0 (2049 to 2052)"],
    ["a cut header", [0, 0, 8, 3, 0, 0, 0, 1], "invalid idx header: 2051 at byte 0 (2049 to 2052)"],
    [
      "a cut body",
      [...pixels.slice(0, 19)],
      "invalid idx length: 19 bytes (at least 20 for 1,2,2)",
    ],
  ])("%s", (_, bytes, message) => {
    expect(() => readIdx(new Uint8Array(bytes))).toThrow(new RangeError(message));
  });

  test("to write data that does not fill its shape", () => {
    expect(() => writeIdx({data: new Uint8Array(3), shape: [2, 2]})).toThrow(
      "invalid length: 3 (4 for shape 2,2)",
    );
  });
});
