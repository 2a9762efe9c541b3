import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {ByteImages} from "../../lib/image.js";
import {cssColour, themeColour} from "../colour.js";
import {type Figure, figure} from "../figure.js";
import {checkSide, drawPicture, pictureStrip, sizeCanvas} from "../picture-canvas.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";
import {cellCorner, fullSheetWidth, layoutSheet} from "./sheet-layout.js";

export interface StepsSheetData {
  /** Row by row, [rows · columns, side, side, c]: the same noise, drawn in so many steps by the one network and by the other. */
  readonly before: ByteImages;
  readonly after: ByteImages;
  /** What stands above each. */
  readonly titles: Readonly<Record<Side, string>>;
}

export interface StepsSheetOptions {
  readonly label: string;
  readonly side: number;
  /** Pictures in a row; one fewer where there is no room for two CSS pixels per picture pixel. */
  readonly columns: number;
  /** Steps that a row is made in, from the top. */
  readonly steps: readonly number[];
  /** Most CSS pixels per picture pixel, default 4. */
  readonly scale?: number;
}

const sides = ["before", "after"] as const;
type Side = (typeof sides)[number];

/** CSS pixels of the words beside the rows, with a gap, and between the two sheets. */
const [wordsWidth, between] = [44, 12];

/** The same noise made into pictures in few and in many steps, a row for each number of steps, by a network before and after something. */
export function stepsSheet(options: StepsSheetOptions): Figure<StepsSheetData> {
  const {label, side, columns, steps, scale = 4} = options;
  const shapeOf = (columns: number) => ({columns, rows: steps.length, side, scale, scored: false});
  const words = element("div", {class: "fig-steps-words", "aria-hidden": "true"});
  const rows = steps.map((count) => element("span", {}, String(count)));
  words.append(element("p", {class: "fig-note"}, "steps"), ...rows);
  const sheets = {before: sheetOf(), after: sheetOf()};
  const pair = element("div", {class: "fig-steps-pair"}, words);
  pair.append(...sides.map((name) => sheets[name].element));
  const root = element("div", {class: "fig fig-steps"}, pair);
  const summarise = summarised(root, label);
  let strips: Readonly<Record<Side, HTMLCanvasElement>> | undefined;

  const redraw = redrawing(root, (width) => {
    const ratio = devicePixelRatio;
    const room = (width - wordsWidth - between) / 2;
    const isNarrow = room < fullSheetWidth({...shapeOf(columns), scale: 2}, 1);
    const shape = shapeOf(isNarrow ? columns - 1 : columns);
    const layout = layoutSheet(shape, room, ratio);
    const blank = cssColour(themeColour(root, "--chance-soft"));
    for (const row of rows) row.style.height = `${(layout.cell + layout.gap) / ratio}px`;
    rows[0]!.style.marginTop = `${layout.gap / 2 / ratio}px`;
    for (const name of sides) {
      const context = sizeCanvas(sheets[name].canvas, layout.width, layout.height, ratio);
      context.fillStyle = blank;
      for (let i = 0; i < shape.columns * steps.length; i++) {
        const [x, y] = cellCorner(shape, layout, i);
        const picture = Math.floor(i / shape.columns) * columns + (i % shape.columns);
        context.fillRect(x, y, layout.cell, layout.cell);
        if (strips) drawPicture(context, strips[name], side, picture, x, y, layout.scale);
      }
    }
  });
  return figure<StepsSheetData, undefined>(root, undefined, (next) => {
    checkSide(next.before, side);
    checkSide(next.after, side);
    strips = {before: pictureStrip(next.before), after: pictureStrip(next.after)};
    for (const name of sides) setText(sheets[name].title, next.titles[name]);
    const {before, after} = next.titles;
    summarise(`${columns} pictures each, in ${steps.join(", ")} steps: ${before}; ${after}`);
    redraw();
  });
}

function sheetOf() {
  const canvas = element("canvas", {class: "fig-pixels", "aria-hidden": "true"});
  const title = element("p", {class: "fig-note"});
  return {canvas, title, element: element("div", {"data-role": "generated"}, title, canvas)};
}
