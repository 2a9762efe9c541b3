import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {type Figure, figure} from "../../figures/figure.js";
import {drawPicture, pictureStrip, sizeCanvas} from "../../figures/picture-canvas.js";
import {redrawing} from "../../figures/redraw.js";
import {summarised} from "../../figures/summary.js";
import type {ByteImages} from "../../lib/image.js";

/** Pictures, and words for them; without pictures the places are empty. */
export type Sheet = {readonly images?: ByteImages; readonly title: string};

interface SheetForm {
  readonly role: "real" | "generated";
  readonly rows: number;
}

interface SheetsForm<Name extends string> {
  readonly label: string;
  readonly sheets: Readonly<Record<Name, SheetForm>>;
  /** Pixels of a picture. */
  readonly side: number;
}

export const columns = 10;
/** CSS pixels between pictures, and the widest that a picture becomes. */
const gap = 2;
const widest = 42;

/** Sheets of ten columns under each other, each below its title. */
export function titledSheets<Name extends string>({
  label,
  sheets,
  side,
}: SheetsForm<Name>): Figure<Readonly<Record<Name, Sheet>>> {
  const names = Object.keys(sheets) as Name[];
  const cards = names.map((name) => sheetCard(sheets[name], side));
  const root = element("div", {class: "fig titled-sheets"}, ...cards.map(({holder}) => holder));
  const summarise = summarised(root, label);
  let data: Readonly<Record<Name, Sheet>> | undefined;
  const redraw = redrawing(root, (width) => {
    const scale = scaleIn(width, side);
    for (const [i, name] of names.entries()) cards[i]!.draw(data?.[name].images, scale);
  });
  return figure<Readonly<Record<Name, Sheet>>, undefined>(root, undefined, (next) => {
    data = next;
    for (const [i, name] of names.entries()) cards[i]!.say(next[name].title);
    summarise(names.map((name) => next[name].title).join("; "));
    redraw();
  });
}

/** Device pixels per picture pixel in so much room. */
function scaleIn(width: number, side: number): number {
  const ratio = devicePixelRatio;
  const fitting = Math.floor((width * ratio - columns * gap * ratio) / (columns * side));
  return Math.max(1, Math.min(Math.round((widest / side) * ratio), fitting));
}

function sheetCard({role, rows}: SheetForm, side: number) {
  const canvas = element("canvas", {class: "fig-pixels", "aria-hidden": "true"});
  const title = element("p", {class: "fig-note"});
  return {
    holder: element("div", {}, title, element("div", {"data-role": role}, canvas)),
    say: (words: string) => setText(title, words),
    draw(images: ByteImages | undefined, pixels: number) {
      const step = side * pixels + Math.round(gap * devicePixelRatio);
      const context = sizeCanvas(canvas, columns * step, rows * step, devicePixelRatio);
      if (!images) return;
      const strip = pictureStrip(images);
      const place = (i: number) => [(i % columns) * step, Math.floor(i / columns) * step] as const;
      for (let i = 0; i < Math.min(columns * rows, images.shape[0]); i++)
        drawPicture(context, strip, side, i, ...place(i), pixels);
    },
  };
}
