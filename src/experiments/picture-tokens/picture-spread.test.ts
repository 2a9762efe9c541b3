import {expect, test} from "vitest";
import {missed, pixelVariance} from "./picture-spread.js";

const pictures = (...rows: number[][]) => ({
  data: Uint8Array.from(rows.flat()),
  shape: [rows.length, rows[0]!.length, 1, 1] as [number, number, number, number],
});

test("pictures that are all alike do not vary, black and white ones vary by a quarter", () => {
  expect(pixelVariance(pictures([0, 255], [0, 255]))).toBe(0);
  expect(pixelVariance(pictures([0, 255], [255, 255]))).toBeCloseTo(0.25 / 2, 12);
});

test("only the upper 16 of 28 rows are compared, and the pictures' mean is taken", () => {
  const rows = (upper: number, lower: number) =>
    Array.from({length: 28}, (_, row) => (row < 16 ? upper : lower));
  const real = pictures(rows(0, 0));
  expect(missed(pictures(rows(0, 255)), real)).toBe(0);
  expect(missed(pictures(rows(255, 0), rows(0, 0)), real)).toBeCloseTo(16 / 2, 12);
});
