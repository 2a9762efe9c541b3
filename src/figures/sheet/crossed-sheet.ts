import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {ByteImages} from "../../lib/image.js";
import type {Role} from "../../lib/training/experiment.js";
import {type Figure, figure} from "../figure.js";
import {checkSide, drawPicture, pictureStrip, sizeCanvas} from "../picture-canvas.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";
import {cellCorner, layoutSheet} from "./sheet-layout.js";

export interface CrossedSheetOptions {
  readonly label: string;
  readonly role: Role;
  /** Picture pixels along each edge. */
  readonly side: number;
  /** Most CSS pixels per picture pixel, default 4. */
  readonly scale?: number;
  /** Heads of the columns, and what they are: "noise". */
  readonly columns: readonly string[];
  /** "" where the heads say it themselves. */
  readonly across: string;
  /** Rows that there is room for from the start. */
  readonly rows: number;
  /** CSS pixels for the names of rows, default 46. */
  readonly nameWidth?: number;
}

export interface CrossedSheetData {
  /** Row by row, one for each row and column. */
  readonly images: ByteImages;
  /** Names of the rows, as many as there is room for. */
  readonly rows: readonly string[];
}

/** Pictures of which each row has one thing in common, and each column another. */
export function crossedSheet(options: CrossedSheetOptions): Figure<CrossedSheetData> {
  const {label, role, side, scale = 4, columns, across, rows, nameWidth = 46} = options;
  const canvas = element("canvas", {class: "fig-pixels", "aria-hidden": "true"});
  const names = Array.from({length: rows}, () => element("span", {}));
  const heads = [across, ...columns].map((head) => element("span", {}, head));
  const root = element(
    "div",
    {class: "fig fig-crossed"},
    element("div", {class: "fig-crossed-heads"}, ...heads),
    element("div", {class: "fig-crossed-names"}, ...names),
    element("div", {"data-role": role}, canvas),
  );
  root.style.setProperty("--crossed-names", `${nameWidth}px`);
  const summarise = summarised(root, label);
  const shape = {columns: columns.length, rows, side, scale, scored: false};
  let strip: HTMLCanvasElement | undefined;

  const redraw = redrawing(root, (width) => {
    const ratio = devicePixelRatio;
    const layout = layoutSheet(shape, width - nameWidth, ratio);
    const step = (layout.cell + layout.gap) / ratio;
    root.style.setProperty("--crossed-step", `${step}px`);
    const context = sizeCanvas(canvas, layout.width, layout.height, ratio);
    if (!strip) return;
    for (let i = 0; i < rows * columns.length; i++) {
      const [x, y] = cellCorner(shape, layout, i);
      drawPicture(context, strip, side, i, x, y, layout.scale);
    }
  });
  return figure<CrossedSheetData, undefined>(root, undefined, ({images, rows: named}) => {
    checkSide(images, side);
    if (named.length !== rows || images.shape[0] !== rows * columns.length)
      throw new RangeError(
        `invalid sheet: ${images.shape[0]} pictures in ${named.length} rows (${rows} of ${columns.length})`,
      );
    strip = pictureStrip(images);
    for (const [i, name] of names.entries()) setText(name, named[i]!);
    const heading =
      across === ""
        ? `columns: ${columns.join(", ")}`
        : `${columns.length} columns, ${across} each`;
    summarise(`${heading}; rows: ${named.join(", ")}`);
    redraw();
  });
}
