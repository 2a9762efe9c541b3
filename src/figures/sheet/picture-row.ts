import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {ByteImages} from "../../lib/image.js";
import type {Role} from "../../lib/training/experiment.js";
import {type Figure, figure} from "../figure.js";
import {pictureStrip} from "../picture-canvas.js";
import {pictureCell} from "../picture-cell.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";

export interface PictureRowOptions {
  readonly label: string;
  readonly role: Role;
  /** CSS pixels per picture pixel, default 3. */
  readonly scale?: number;
  /** Empty places to begin with, so that the pictures move nothing when they come. */
  readonly empty?: {readonly count: number; readonly side: number};
}

export interface PictureRowData {
  readonly images: ByteImages;
  /** One for each picture, below it. */
  readonly captions: readonly string[];
  /** All of it in words. */
  readonly summary: string;
}

/** Pictures in a row, each over its caption; where there is no room the row goes on below. */
export function pictureRow(options: PictureRowOptions): Figure<PictureRowData> {
  const {label, role, scale = 3, empty} = options;
  const list = element("ol", {class: "fig-row-list", "data-role": role});
  const root = element("div", {class: "fig fig-row"}, list);
  const summarise = summarised(root, label);
  let places: ReturnType<typeof place>[] = [];
  let made = "";
  let data: PictureRowData | undefined;
  const make = (count: number, width: number, height: number) => {
    if (made === `${[count, width, height]}`) return;
    made = `${[count, width, height]}`;
    places = Array.from({length: count}, () => place(width, height, scale));
    list.replaceChildren(...places.map(({element}) => element));
  };
  if (empty) make(empty.count, empty.side, empty.side);

  const redraw = redrawing(root, () => {
    if (!data) return;
    const strip = pictureStrip(data.images);
    for (const [i, each] of places.entries()) each.draw(strip, i);
  });
  return figure<PictureRowData, undefined>(root, undefined, (next) => {
    const [count, height, width] = next.images.shape;
    if (next.captions.length !== count)
      throw new RangeError(
        `invalid number of captions: ${next.captions.length} (${count}, one per picture)`,
      );
    data = next;
    make(count, width, height);
    for (const [i, each] of places.entries()) each.say(next.captions[i]!);
    summarise(next.summary);
    redraw();
  });
}

function place(width: number, height: number, scale: number) {
  const cell = pictureCell(width, height, scale);
  const caption = element("span", {class: "fig-row-caption"});
  const item = element("li", {}, cell.element, caption);
  return {
    element: item,
    say(words: string) {
      setText(caption, words);
    },
    draw: cell.draw,
  };
}
