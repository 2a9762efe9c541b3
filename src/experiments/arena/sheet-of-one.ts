import {drawPicture, pictureStrip} from "../../figures/picture-canvas.js";
import type {ByteImages} from "../../lib/image.js";
import {sheetCount} from "./experiment.js";

/** Pictures in a row of a contender's sheet. */
export const sheetColumns = 5;

/** The first pictures row by row from (x, y) on, each pixel `pixels` wide. */
export function drawSheet(
  context: CanvasRenderingContext2D,
  images: ByteImages,
  {x, y, pixels}: {readonly x: number; readonly y: number; readonly pixels: number},
): void {
  const [count, side] = images.shape;
  const strip = pictureStrip(images);
  for (let i = 0; i < Math.min(sheetCount, count); i++) {
    const [column, row] = [i % sheetColumns, Math.floor(i / sheetColumns)];
    const cell = side * pixels;
    drawPicture(context, strip, side, i, x + column * cell, y + row * cell, pixels);
  }
}
