/** What is saved of the arena: the pictures of all four, and below them the table. */
import {element} from "../../controls/element.js";
import {cssColour, themeColour} from "../../figures/colour.js";
import {pictureStrip} from "../../figures/picture-canvas.js";
import type {ByteImages} from "../../lib/image.js";
import {contenderNames, contenders, type PerContender, side} from "./contenders.js";
import {sheetCount} from "./experiment.js";
import type {ScoreRow} from "./scores-rows.js";
import {drawSheet, sheetColumns} from "./sheet-of-one.js";

const [pixels, margin, lineHeight, labelWidth] = [3, 24, 24, 270];
const column = sheetColumns * side * pixels + margin;
const pictureHeight = (sheetCount / sheetColumns) * side * pixels;
const width = labelWidth + (contenders.length + 1) * column + margin;

export function arenaSheet(
  images: PerContender<ByteImages>,
  rows: readonly ScoreRow[],
  made: string,
): HTMLCanvasElement {
  const height = pictureHeight + (rows.length + 2) * lineHeight + 3 * margin;
  const canvas = element("canvas", {width, height});
  const context = canvas.getContext("2d")!;
  context.fillStyle = colour("--paper");
  context.fillRect(0, 0, width, height);
  context.fillStyle = colour("--ink");
  context.textBaseline = "top";
  context.font = '15px "Source Sans 3", sans-serif';
  for (const [i, name] of contenders.entries()) {
    context.fillText(contenderNames[name], left(i), margin);
    const place = {x: left(i), y: margin + lineHeight, pixels};
    drawSheet(context, pictureStrip(images[name]), place);
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
  if (row.floor !== "") context.fillText(`real: ${row.floor}`, left(contenders.length), y);
}

function left(i: number): number {
  return margin + labelWidth + i * column;
}

function colour(name: string): string {
  return cssColour(themeColour(document.body, name));
}
