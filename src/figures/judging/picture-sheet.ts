import {element} from "../../controls/element.js";
import type {ByteImages} from "../../lib/image.js";
import type {Role} from "../../lib/training/experiment.js";
import {type Figure, figure} from "../figure.js";
import {pictureStrip, sizeCanvas} from "../picture-canvas.js";
import {redrawing} from "../redraw.js";
import {drawPictures} from "../sheet/sheet-drawing.js";
import {fullSheetWidth, layoutSheet} from "../sheet/sheet-layout.js";
import {summarised} from "../summary.js";

export interface PictureSheetOptions {
  readonly label: string;
  readonly role: Role;
  readonly columns: number;
  readonly rows: number;
  /** Picture pixels along each edge. */
  readonly side: number;
}

/** A few pictures to look at, and nothing to choose. */
export function pictureSheet({label, role, ...grid}: PictureSheetOptions): Figure<ByteImages> {
  const shape = {...grid, scale: 1, scored: false};
  const canvas = element("canvas", {class: "fig-pixels", "aria-hidden": "true"});
  const name = element("p", {class: "fig-note"}, label);
  const sheet = element("div", {class: "fig-sheet", "data-role": role}, canvas);
  const root = element("div", {class: "fig"}, name, sheet);
  const summarise = summarised(root, label);
  let images: ByteImages | undefined;
  const redraw = redrawing(root, (width) => {
    const ratio = devicePixelRatio;
    const layout = layoutSheet(shape, Math.min(width, fullSheetWidth(shape, ratio)), ratio);
    const context = sizeCanvas(canvas, layout.width, layout.height, ratio);
    if (images) drawPictures(context, pictureStrip(images), shape, layout, images.shape[0]);
  });
  return figure<ByteImages, undefined>(root, undefined, (next) => {
    images = next;
    summarise(`${next.shape[0]} pictures`);
    redraw();
  });
}
