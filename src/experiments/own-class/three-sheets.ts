import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {type Figure, figure} from "../../figures/figure.js";
import {drawPicture, pictureStrip, sizeCanvas} from "../../figures/picture-canvas.js";
import {redrawing} from "../../figures/redraw.js";
import {summarised} from "../../figures/summary.js";
import type {ByteImages} from "../../lib/image.js";
import {side} from "../shared/digit-flow/digit-flow.js";

/** Pictures, and words for them; without pictures the places are empty. */
export type Sheet = {readonly images?: ByteImages; readonly title: string};

export interface ThreeSheetsData {
  readonly drawings: Sheet;
  readonly samples: Sheet;
  readonly digits: Sheet;
}

export const columns = 10;
const rows = 2;
/** CSS pixels between pictures, and the most for a pixel of one. */
const gap = 2;
const mostScale = 3;

const roles = {drawings: "real", samples: "generated", digits: "generated"} as const;
const names = ["drawings", "samples", "digits"] as const;

/** What was drawn, what the network makes of it, and what is left of the digits: two rows each. */
export function threeSheets(label: string): Figure<ThreeSheetsData> {
  const cards = names.map((name) => sheetCard(roles[name]));
  const root = element("div", {class: "fig sign-sheets"}, ...cards.map(({holder}) => holder));
  const summarise = summarised(root, label);
  let data: ThreeSheetsData | undefined;
  const redraw = redrawing(root, (width) => {
    const scale = scaleIn(width);
    for (const [i, name] of names.entries()) cards[i]!.draw(data?.[name].images, scale);
  });
  return figure<ThreeSheetsData, undefined>(root, undefined, (next) => {
    data = next;
    for (const [i, name] of names.entries()) cards[i]!.say(next[name].title);
    summarise(names.map((name) => next[name].title).join("; "));
    redraw();
  });
}

/** Device pixels per picture pixel in so much room. */
function scaleIn(width: number): number {
  const ratio = devicePixelRatio;
  const fitting = Math.floor((width * ratio - columns * gap * ratio) / (columns * side));
  return Math.max(1, Math.min(Math.round(mostScale * ratio), fitting));
}

function sheetCard(role: "real" | "generated") {
  const canvas = element("canvas", {class: "fig-pixels", "aria-hidden": "true"});
  const title = element("p", {class: "fig-note"});
  return {
    holder: element("div", {}, title, element("div", {"data-role": role}, canvas)),
    say: (words: string) => setText(title, words),
    draw(images: ByteImages | undefined, pixels: number) {
      const ratio = devicePixelRatio;
      const step = side * pixels + Math.round(gap * ratio);
      const context = sizeCanvas(canvas, columns * step, rows * step, ratio);
      if (!images) return;
      const strip = pictureStrip(images);
      for (let i = 0; i < Math.min(columns * rows, images.shape[0]); i++)
        drawPicture(
          context,
          strip,
          side,
          i,
          (i % columns) * step,
          Math.floor(i / columns) * step,
          pixels,
        );
    },
  };
}
