import {element} from "../../controls/element.js";
import {pictureMosaic} from "../../figures/picture-canvas.js";
import type {SmallSheet} from "../../lib/questions/sheet-pictures.js";
import {sheetCanvas} from "./sheet-canvas.js";

/** A small sheet as a canvas of its own. */
export function smallSheetCanvas({images, columns, isPlane}: SmallSheet): HTMLCanvasElement {
  return isPlane ? pictureMosaic(images) : sheetCanvas(images, columns, {scale: 3});
}

export interface PairedSheet {
  readonly caption: string;
  readonly alt: string;
  readonly picture: SmallSheet;
}

/** Sheets beside each other with their captions: the run's own and those that it is compared with. */
export function sheetPair() {
  const holder = element("div", {class: "fig sheet-pair"});
  return {
    element: holder,
    show(sheets: readonly PairedSheet[]) {
      holder.replaceChildren(...sheets.map(sheetFigure));
    },
  };
}

function sheetFigure({caption, alt, picture}: PairedSheet): HTMLElement {
  const canvas = smallSheetCanvas(picture);
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", alt);
  canvas.dataset.role = "generated";
  return element("figure", {}, canvas, element("figcaption", {class: "how-made"}, caption));
}
