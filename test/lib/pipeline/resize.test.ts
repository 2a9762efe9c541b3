import {expect, it} from "vitest";
import {resized, resizings} from "../../../lib/pipeline/resize.js";
import {even, expectClose, picture, reference} from "./pixels-reference.js";

it.each(reference.resized)("makes what NumPy makes: $by to $size", ({by, size, values}) => {
  const made = resized(picture, size[0], size[1], by);
  expect(made.shape).toEqual([...size, 3]);
  expectClose(made, values);
});

it.each(resizings)("leaves the size and an even picture as they are: %s", (by) => {
  expectClose(resized(picture, picture.shape[0], picture.shape[1], by), reference.picture);
  expectClose(resized(even, 7, 2, by), Array(42).fill(0.4) as number[]);
});

it("keeps the mean by area, whatever the size, and not by the nearest", () => {
  const mean = (values: Float64Array) => values.reduce((a, b) => a + b, 0) / values.length;
  const whole = mean(picture.data);
  expect(mean(resized(picture, 4, 5, "area").data)).toBeCloseTo(whole, 12);
  expect(Math.abs(mean(resized(picture, 4, 5, "nearest").data) - whole)).toBeGreaterThan(0.005);
});

it("turns the finest stripes into one grey, or into black or white", () => {
  const stripes = {
    data: Float64Array.from({length: 16}, (_, i) => i % 2),
    shape: [1, 16, 1],
  } as const;
  expect([...resized(stripes, 1, 4, "area").data]).toEqual([0.5, 0.5, 0.5, 0.5]);
  expect(new Set(resized(stripes, 1, 4, "nearest").data).size).toBe(1);
  expect(resized(stripes, 1, 4, "nearest").data[0]! % 1).toBe(0);
});

it("refuses what is no size", () => {
  expect(() => resized(even, 0, 3, "area")).toThrow(
    "invalid height: 0 (a whole number from 1 to 4096)",
  );
  expect(() => resized(even, 3, 2.5, "area")).toThrow("invalid width: 2.5");
});
