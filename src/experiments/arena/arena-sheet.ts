/** What is saved of a contest: the pictures of all who take part, and below them the table. */
import {element} from "../../controls/element.js";
import {cssColour, themeColour} from "../../figures/colour.js";
import type {ByteImages} from "../../lib/image.js";
import {sheetCount} from "./experiment.js";
import type {ScoreRow} from "./scores-rows.js";
import {drawSheet, sheetColumns} from "./sheet-of-one.js";

const [margin, lineHeight, labelWidth] = [24, 24, 270];
/** Pixels of the sheet along the edge of a picture: about, and at most. */
const [cellWidth, widestCell] = [42, 56];
const column = sheetColumns * widestCell + margin;

export interface SheetColumn {
  readonly name: string;
  readonly images: ByteImages;
}

/** All of whose pictures are of one size. */
export function arenaSheet(
  columns: readonly SheetColumn[],
  rows: readonly ScoreRow[],
  made: string,
): HTMLCanvasElement {
  const side = columns[0]!.images.shape[1];
  const pixels = Math.max(1, Math.round(cellWidth / side));
  const pictureHeight = (sheetCount / sheetColumns) * side * pixels;
  const width = left(columns.length + 1) + margin;
  const height = pictureHeight + (rows.length + 2) * lineHeight + 3 * margin;
  const canvas = element("canvas", {width, height});
  const context = canvas.getContext("2d")!;
  context.fillStyle = colour("--paper");
  context.fillRect(0, 0, width, height);
  context.fillStyle = colour("--ink");
  context.textBaseline = "top";
  context.font = '15px "Source Sans 3", sans-serif';
  for (const [i, {name, images}] of columns.entries()) {
    context.fillText(name, left(i), margin, column - margin);
    drawSheet(context, images, {x: left(i), y: margin + lineHeight, pixels});
  }
  const top = 2 * margin + lineHeight + pictureHeight;
  for (const [r, row] of rows.entries()) writeRow(context, row, top + r * lineHeight);
  context.fillText(made, margin, top + rows.length * lineHeight);
  return canvas;
}

function writeRow(context: CanvasRenderingContext2D, row: ScoreRow, y: number): void {
  context.fillText(row.label, margin, y);
  for (const [i, {value, interval}] of row.cells.entries())
    context.fillText(interval === "" ? value : `${value}  (${interval})`, left(i), y);
  if (row.floor !== "") context.fillText(`real: ${row.floor}`, left(row.cells.length), y);
}

function left(i: number): number {
  return margin + labelWidth + i * column;
}

function colour(name: string): string {
  return cssColour(themeColour(document.body, name));
}
