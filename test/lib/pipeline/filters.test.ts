import {expect, it} from "vitest";
import {bilateralFilter} from "../../../lib/pipeline/bilateral-filter.js";
import {gaussianBlur, gaussianWeights} from "../../../lib/pipeline/gaussian-blur.js";
import {medianFilter} from "../../../lib/pipeline/median-filter.js";
import {nonLocalMeans} from "../../../lib/pipeline/non-local-means.js";
import type {Raster} from "../../../lib/pipeline/raster.js";
import {zonePlate} from "../../../lib/pipeline/zone-plate.js";
import {even, expectClose, picture, reference} from "./pixels-reference.js";

const filters: Readonly<Record<string, (raster: Raster) => Raster>> = {
  gaussian: (raster) => gaussianBlur(raster, 0.8),
  median: (raster) => medianFilter(raster, 1),
  median2: (raster) => medianFilter(raster, 2),
  bilateral: (raster) => bilateralFilter(raster, 1.2, 0.2),
  nonLocal: (raster) => nonLocalMeans(raster, 3, 0.3),
};

it.each(Object.entries(filters))("makes what NumPy makes: %s", (name, filter) => {
  const before = [...picture.data];
  expectClose(filter(picture), reference[name as "gaussian"]);
  expect([...picture.data]).toEqual(before);
});

it.each(Object.entries(filters))("leaves an even picture as it is: %s", (_, filter) => {
  expectClose(filter(even), [...even.data]);
});

it("draws the zone plate that NumPy draws", () => {
  expectClose(zonePlate(8), reference.zonePlate);
});

/** Black on the left, white on the right, and one wild pixel in the black. */
const edge: Raster = {
  data: Float64Array.from({length: 81}, (_, i) => (i === 37 ? 1 : Math.floor((i % 9) / 5))),
  shape: [9, 9, 1],
};

it("takes a wild pixel away by the median and keeps the edge, which a blur does not", () => {
  const clean = edge.data.map((value, i) => (i === 37 ? 0 : value));
  expect([...medianFilter(edge, 1).data]).toEqual([...clean]);
  expect(gaussianBlur(edge, 1).data[40]).toBeGreaterThan(0.2);
  expect(bilateralFilter(edge, 1, 0.1).data[37]).toBeGreaterThan(0.99);
});

it("weighs near pixels most, in all 1", () => {
  const weights = gaussianWeights(2);
  expect(weights).toHaveLength(13);
  expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 14);
  expect(weights[6]! / weights[8]!).toBeCloseTo(Math.exp(0.5), 12);
});

it("refuses what is no size or strength", () => {
  expect(() => gaussianBlur(even, -1)).toThrow("invalid sigma: -1 (a number, 0 or more)");
  expect(() => medianFilter(even, 0.5)).toThrow("invalid radius: 0.5 (a whole number, 0 or more)");
  expect(() => bilateralFilter(even, 1, 0)).toThrow("invalid tone: 0 (a number above 0)");
  expect(() => nonLocalMeans(even, 0, 1)).toThrow("invalid reach: 0 (a whole number, at least 1)");
  expect(() => nonLocalMeans(even, 1, Number.NaN)).toThrow("invalid strength: NaN");
});
