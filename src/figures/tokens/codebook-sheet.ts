import {element} from "../../controls/element.js";
import {counted} from "../../controls/format.js";
import type {ByteImages} from "../../lib/image.js";
import {cssColour, themeColour} from "../colour.js";
import {type Figure, figure} from "../figure.js";
import {checkSide, drawPicture, pictureStrip, sizeCanvas} from "../picture-canvas.js";
import {redrawing} from "../redraw.js";
import {drawScores} from "../sheet/sheet-drawing.js";
import {cellCorner, layoutSheet} from "../sheet/sheet-layout.js";
import {summarised} from "../summary.js";
import {patchSide} from "./token-patch.js";

export interface CodebookSheetData {
  /** [K, 8, 8, 1] */
  readonly patches: ByteImages;
  /** Of all tokens. [K] */
  readonly shares: Float32Array;
}

const scale = 4;
const columnsWhere = {wide: 16, narrow: 8} as const;
const leastWide = columnsWhere.wide * (patchSide * scale + 4);
/** The share at which a bar is as long as its patch is wide: one entry, the empty paper, has most. */
export const fullBar = 0.1;

/** The entries of a codebook, each over a bar as long as it is used often; one that nothing uses is crossed out. */
export function codebookSheet(label: string, entries: number): Figure<CodebookSheetData> {
  const canvas = element("canvas", {class: "fig-pixels", "aria-hidden": "true"});
  const root = element("div", {class: "fig fig-codebook"}, canvas);
  const summarise = summarised(root, label);
  let data: CodebookSheetData | undefined;

  const redraw = redrawing(root, (width) => {
    const columns = width >= leastWide ? columnsWhere.wide : columnsWhere.narrow;
    const rows = Math.ceil(entries / columns);
    const shape = {columns, rows, side: patchSide, scale, scored: true};
    const layout = layoutSheet(shape, width, devicePixelRatio);
    const context = sizeCanvas(canvas, layout.width, layout.height, devicePixelRatio);
    if (!data) return;
    const strip = pictureStrip(data.patches);
    for (const [i, share] of data.shares.entries()) {
      const [x, y] = cellCorner(shape, layout, i);
      drawPicture(context, strip, patchSide, i, x, y, layout.scale);
      if (share === 0) cross(context, x, y, layout.cell, cssColour(themeColour(root, "--chance")));
    }
    const lengths = data.shares.map((share) => share / fullBar);
    drawScores(context, lengths, shape, layout, root);
  });
  return figure<CodebookSheetData, undefined>(root, undefined, (next) => {
    checkSide(next.patches, patchSide);
    if (next.shares.length !== entries || next.patches.shape[0] !== entries)
      throw new RangeError(`invalid number of entries: ${next.shares.length} (${entries})`);
    data = next;
    summarise(summaryOf(next.shares));
    redraw();
  });
}

function summaryOf(shares: Float32Array): string {
  const unused = shares.filter((share) => share === 0).length;
  const most = Math.round(100 * shares.reduce((a, b) => Math.max(a, b), 0));
  const entries = shares.length;
  return `${entries} entries, ${counted(unused, "dead one")}; the commonest is ${most} % of all tokens`;
}

function cross(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  size: number,
  colour: string,
): void {
  context.strokeStyle = colour;
  context.lineWidth = Math.max(1, Math.round(size / 16));
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x + size, y + size);
  context.moveTo(x + size, y);
  context.lineTo(x, y + size);
  context.stroke();
}
