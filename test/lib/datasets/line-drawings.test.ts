import {expect, test} from "vitest";
import {lineDrawing, lineDrawings} from "../../../lib/datasets/line-drawings.js";

test("a cross is two strokes of ink, by hand", () => {
  const cross = lineDrawing("cross");
  const at = (row: number, column: number) => cross[row * 28 + column]!;
  expect(at(13, 8)).toBe(1);
  expect(at(12, 8)).toBe(1);
  expect(at(11, 8)).toBeCloseTo(0.2, 6);
  expect(at(10, 8)).toBe(0);
  expect(at(20, 15)).toBe(1);
  expect(at(20, 20)).toBe(0);
});

test.each(lineDrawings)("%s has ink, none of it near the edge, and values from 0 to 1", (name) => {
  const picture = lineDrawing(name);
  expect(picture).toHaveLength(784);
  picture.forEach((value, i) => {
    expect(value).toBeGreaterThanOrEqual(0);
    expect(value).toBeLessThanOrEqual(1);
    const [row, column] = [Math.floor(i / 28), i % 28];
    if (Math.min(row, column, 27 - row, 27 - column) < 1) expect(value).toBe(0);
  });
  expect(picture.reduce((sum, value) => sum + value, 0)).toBeGreaterThan(60);
});

test("no two are alike", () => {
  const pictures = lineDrawings.map((name) => lineDrawing(name).join());
  expect(new Set(pictures).size).toBe(lineDrawings.length);
});
