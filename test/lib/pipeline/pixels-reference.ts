import {readFileSync} from "node:fs";
import {expect} from "vitest";
import type {Raster, RasterShape} from "../../../lib/pipeline/raster.js";
import type {Resizing} from "../../../lib/pipeline/resize.js";

interface Reference {
  readonly shape: RasterShape;
  readonly picture: readonly number[];
  readonly resized: readonly {
    readonly by: Resizing;
    readonly size: readonly [number, number];
    readonly values: readonly number[];
  }[];
  readonly gaussian: readonly number[];
  readonly median: readonly number[];
  readonly median2: readonly number[];
  readonly bilateral: readonly number[];
  readonly nonLocal: readonly number[];
  readonly zonePlate: readonly number[];
  readonly rotated: readonly number[];
  readonly rotatedFar: readonly number[];
  readonly cropped: readonly number[];
  readonly contrasted: readonly number[];
}

/** What `test/reference/pixels.py` made. */
export const reference: Reference = JSON.parse(readFileSync("test/reference/pixels.json", "utf8"));

export const picture: Raster = {
  data: Float64Array.from(reference.picture),
  shape: reference.shape,
};

/** All values within 1e-6. */
export function expectClose({data}: Raster, wanted: readonly number[]): void {
  expect(data).toHaveLength(wanted.length);
  const off = data.map((value, i) => Math.abs(value - wanted[i]!));
  expect(Math.max(...off)).toBeLessThan(1e-6);
}

/** Every value the same. */
export const even: Raster = {data: new Float64Array(60).fill(0.4), shape: [5, 4, 3]};
