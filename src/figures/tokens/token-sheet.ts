import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {NdArray} from "../../lib/array.js";
import type {ByteImages} from "../../lib/image.js";
import {cssColour, themeColour} from "../colour.js";
import {type Figure, figure, tellInput} from "../figure.js";
import {checkSide, drawPicture, pictureStrip, sizeCanvas} from "../picture-canvas.js";
import {player} from "../player.js";
import {redrawing} from "../redraw.js";
import {cellCorner, layoutSheet, type SheetLayout, type SheetShape} from "../sheet/sheet-layout.js";
import {summarised} from "../summary.js";
import {drawTokenPatch, gridSide, tokenPlaces} from "./token-patch.js";

export interface TokenSheetData {
  /** [n, 28, 28, 1] */
  readonly images: ByteImages;
  /** The entries that stand in each, row by row, and in which turn each was written, from 1. [n, 49] */
  readonly tokens: NdArray;
  readonly turns: NdArray;
  /** What the decoder draws where an entry stands, [K, 8, 8, 1]. */
  readonly patches: ByteImages;
}

const side = 28;
const scale = 3;
/** Pictures in a row where there is room for them, and where there is not. */
const columnsWhere = {wide: 10, narrow: 5} as const;
/** Rows of tokens, each with a row of pictures below it. */
const pairs = 2;
/** CSS pixels of a picture for which there is room when the row is a long one. */
const leastWide = 2 * side + 3;
const turnMs = 120;

/**
 * Pictures, each below the tokens that it is drawn from, as far as they are written. Its value is the number of turns shown. Play writes
 * them one after the other; where motion is to be reduced it goes on by one turn instead.
 */
export function tokenSheet(label: string): Figure<TokenSheetData, number> {
  const canvas = element("canvas", {class: "fig-pixels", "aria-hidden": "true"});
  const sheet = element("div", {class: "fig-token-pictures", "data-role": "generated"}, canvas);
  const turns = player({
    label: "Turn",
    nextLabel: "Next turn",
    frameMs: turnMs,
    route: (place, last) => Array.from({length: last - place}, (_, i) => place + 1 + i),
    go: (turn) => go(turn),
  });
  const where = element("output", {class: "fig-token-turn", for: turns.range.id});
  const root = element(
    "div",
    {class: "fig fig-tokens"},
    sheet,
    element("div", {class: "fig-token-controls"}, turns.play, turns.label, turns.range, where),
  );
  const summarise = summarised(root, label);
  let data: TokenSheetData | undefined;
  let strips: {readonly pictures: HTMLCanvasElement; readonly patches: HTMLCanvasElement};

  const redraw = redrawing(root, (width) => {
    const ratio = devicePixelRatio;
    const columns =
      width >= columnsWhere.wide * leastWide ? columnsWhere.wide : columnsWhere.narrow;
    const shape = {columns, rows: 2 * pairs, side, scale, scored: false};
    const layout = layoutSheet(shape, width, ratio);
    const context = sizeCanvas(canvas, layout.width, layout.height, ratio);
    const empty = cssColour(themeColour(root, "--chance-soft"));
    for (let i = 0; i < columns * pairs; i++) {
      const corners = cornersOf(shape, layout, i);
      context.fillStyle = empty;
      for (const [x, y] of corners) context.fillRect(x, y, layout.cell, layout.cell);
      if (data && i < data.images.shape[0]) drawWritten(context, i, corners, layout.scale);
    }
  });
  /** The tokens of picture `index` that are written, and the picture at the same places. */
  const drawWritten = (
    context: CanvasRenderingContext2D,
    index: number,
    [map, picture]: ReturnType<typeof cornersOf>,
    pixel: number,
  ) => {
    const {tokens, turns: written} = data!;
    context.save();
    context.beginPath();
    for (const place of tokenPlaces) {
      if (written.data[index * tokenPlaces.length + place]! > self.value) continue;
      const token = tokens.data[index * tokenPlaces.length + place]!;
      const [x, y] = [4 * pixel * (place % gridSide), 4 * pixel * Math.floor(place / gridSide)];
      drawTokenPatch(context, strips.patches, token, map[0] + x, map[1] + y, pixel);
      context.rect(picture[0] + x, picture[1] + y, 4 * pixel, 4 * pixel);
    }
    context.clip();
    drawPicture(context, strips.pictures, side, index, ...picture, pixel);
    context.restore();
  };
  const last = () => (data ? Math.max(0, ...data.turns.data) : 0);
  const show = () => {
    const words = self.value === last() ? "all written" : `${self.value} of ${last()}`;
    setText(where, words);
    turns.show(self.value, last(), words);
    summarise(`${data?.images.shape[0] ?? 0} pictures of ${tokenPlaces.length} tokens, ${words}`);
    redraw();
  };
  const go = (turn: number) => {
    self.value = turn;
    show();
    tellInput(self);
  };
  const self = figure<TokenSheetData, number>(root, 0, (next) => {
    checkSide(next.images, side);
    const wasWhole = self.value === last();
    data = next;
    strips = {pictures: pictureStrip(next.images), patches: pictureStrip(next.patches)};
    if (!turns.isPlaying()) self.value = wasWhole ? last() : Math.min(self.value, last());
    show();
  });
  return self;
}

/** Of the tokens of picture `index`, and of the picture below them. */
function cornersOf(shape: SheetShape, layout: SheetLayout, index: number) {
  const row = 2 * Math.floor(index / shape.columns);
  const at = row * shape.columns + (index % shape.columns);
  return [cellCorner(shape, layout, at), cellCorner(shape, layout, at + shape.columns)] as const;
}
