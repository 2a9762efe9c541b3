import {counted} from "../../controls/format.js";
import type {ByteImages} from "../../lib/image.js";
import {cssColour, themeColour} from "../colour.js";
import {checkSide, drawPicture} from "../picture-canvas.js";
import {cellCorner, type SheetLayout, type SheetShape} from "./sheet-layout.js";

export interface SampleGridData {
  readonly images: ByteImages;
  /** The judge's probability of "real" for each picture: a green bar under it. */
  readonly scores?: Float32Array;
}

/** Throws a RangeError when the pictures are not `side` pixels square or the scores are not one each. */
export function checkPictures({images, scores}: SampleGridData, side: number): void {
  checkSide(images, side);
  const n = images.shape[0];
  if (scores && scores.length !== n)
    throw new RangeError(`invalid number of scores: ${scores.length} (${n}, one per picture)`);
}

/** The first `count` pictures of the strip, each in its cell. */
export function drawPictures(
  context: CanvasRenderingContext2D,
  strip: HTMLCanvasElement,
  shape: SheetShape,
  layout: SheetLayout,
  count: number,
): void {
  for (let i = 0; i < count; i++) {
    const [x, y] = cellCorner(shape, layout, i);
    drawPicture(context, strip, shape.side, i, x, y, layout.scale);
  }
}

/** Under each picture a bar as long as its score, 0 to 1, on a track. `themed` is where the colours are read. */
export function drawScores(
  context: CanvasRenderingContext2D,
  scores: Float32Array,
  shape: SheetShape,
  layout: SheetLayout,
  themed: HTMLElement,
): void {
  const {cell, bar} = layout;
  const track = cssColour(themeColour(themed, "--rule"));
  const judge = cssColour(themeColour(themed, "--judge"));
  for (const [i, score] of scores.entries()) {
    const [x, y] = cellCorner(shape, layout, i);
    context.fillStyle = track;
    context.fillRect(x, y + cell, cell, bar);
    context.fillStyle = judge;
    context.fillRect(x, y + cell, Math.round(cell * Math.max(0, Math.min(1, score))), bar);
  }
}

/** What the sheet shows, in words. */
export function sheetSummary(count: number, scores: Float32Array | undefined): string {
  const pictures = counted(count, "picture");
  if (!scores || count === 0) return pictures;
  const mean = scores.subarray(0, count).reduce((sum, score) => sum + score, 0) / count;
  return `${pictures}; on average the judge says ${mean.toFixed(2)} real`;
}
