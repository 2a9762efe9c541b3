import {drawPicture} from "../../figures/picture-canvas.js";
import {side} from "./contenders.js";
import {sheetCount} from "./experiment.js";

/** Pictures in a row of a contender's sheet. */
export const sheetColumns = 5;

/** The pictures of a strip, row by row from (x, y) on, each pixel `pixels` wide. */
export function drawSheet(
  context: CanvasRenderingContext2D,
  strip: HTMLCanvasElement,
  {x, y, pixels}: {readonly x: number; readonly y: number; readonly pixels: number},
): void {
  for (let i = 0; i < sheetCount; i++) {
    const [column, row] = [i % sheetColumns, Math.floor(i / sheetColumns)];
    const cell = side * pixels;
    drawPicture(context, strip, side, i, x + column * cell, y + row * cell, pixels);
  }
}
