/**
 * Four pictures of nothing but a manner, made by rules at any size: strokes of a brush along eddies, dots of a print, stones of a mosaic, and rows of
 * waves. Lengths are shares of the edge, so that a larger one shows the same, sharper. Exact operations only.
 */
import type {Raster} from "../pipeline/raster.js";
import {dots} from "./styles/dots.js";
import {mosaic} from "./styles/mosaic.js";
import {type Canvas, paintedAll} from "./styles/paint.js";
import {strokes} from "./styles/strokes.js";
import {waves} from "./styles/waves.js";

const makers: Readonly<Record<StyleName, (size: number) => Canvas>> = {
  strokes,
  dots: (size) => paintedAll(size, dots),
  mosaic: (size) => paintedAll(size, mosaic()),
  waves: (size) => paintedAll(size, waves),
};

export const styleNames = ["strokes", "dots", "mosaic", "waves"] as const;
export type StyleName = (typeof styleNames)[number];

/** [side, side, 3]: each pixel the mean of four, so that edges are smooth. */
export function stylePicture(name: StyleName, side: number): Raster {
  const fine = makers[name](2 * side);
  const line = 6 * side;
  const data = new Float64Array(side * side * 3);
  for (let at = 0; at < data.length; at++) {
    const [row, column, k] = [Math.floor(at / (3 * side)), Math.floor(at / 3) % side, at % 3];
    const from = 2 * row * line + 6 * column + k;
    data[at] = (fine[from]! + fine[from + 3]! + fine[from + line]! + fine[from + line + 3]!) / 4;
  }
  return {data, shape: [side, side, 3]};
}
