import {expect, test} from "vitest";
import {styleNames, stylePicture} from "../../../lib/datasets/style-pictures.js";
import {resized} from "../../../lib/pipeline/resize.js";

test.each(styleNames)("%s: many colours, and the same at twice the size", (name) => {
  const small = stylePicture(name, 24);
  const large = resized(stylePicture(name, 48), 24, 24, "area");
  expect(small.shape).toEqual([24, 24, 3]);
  expect(Math.min(...small.data)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...small.data)).toBeLessThanOrEqual(1);
  const apart = small.data.map((value, i) => Math.abs(value - large.data[i]!));
  const mean = apart.reduce((sum, value) => sum + value, 0) / apart.length;
  expect(mean).toBeLessThan(0.06);
  expect(new Set(small.data.map((value) => Math.round(8 * value))).size).toBeGreaterThan(4);
});
