import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {ByteImages} from "../../lib/image.js";
import type {Role} from "../../lib/training/experiment.js";
import {type Figure, figure} from "../figure.js";
import {drawPicture, pictureStrip, sizeCanvas} from "../picture-canvas.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";

export interface PictureRowOptions {
  readonly label: string;
  readonly role: Role;
  /** CSS pixels per picture pixel; 3 unless told. */
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
  let data: PictureRowData | undefined;
  const make = (count: number, width: number, height: number) => {
    places = Array.from({length: count}, () => place(width * scale, height * scale));
    list.replaceChildren(...places.map(({element}) => element));
  };
  if (empty) make(empty.count, empty.side, empty.side);

  const redraw = redrawing(root, () => {
    if (!data) return;
    const strip = pictureStrip(data.images);
    for (const [i, each] of places.entries()) each.draw(strip, data.images.shape[1], i, scale);
  });
  return figure<PictureRowData, undefined>(root, undefined, (next) => {
    const [count, height, width] = next.images.shape;
    if (next.captions.length !== count)
      throw new RangeError(
        `invalid number of captions: ${next.captions.length} (${count}, one per picture)`,
      );
    data = next;
    if (places.length !== count) make(count, width, height);
    for (const [i, each] of places.entries()) each.say(next.captions[i]!);
    summarise(next.summary);
    redraw();
  });
}

/** Of its final size, in CSS pixels, before it is drawn. */
function place(width: number, height: number) {
  const canvas = element("canvas", {class: "fig-pixels", "aria-hidden": "true"});
  sizeCanvas(canvas, width, height, 1);
  const caption = element("span", {class: "fig-row-caption"});
  const item = element("li", {}, canvas, caption);
  return {
    element: item,
    say(words: string) {
      setText(caption, words);
    },
    draw(strip: HTMLCanvasElement, side: number, index: number, scale: number) {
      const ratio = devicePixelRatio;
      const pixel = Math.max(1, Math.round(scale * ratio));
      const context = sizeCanvas(canvas, strip.width * pixel, side * pixel, ratio);
      drawPicture(context, strip, side, index, 0, 0, pixel);
    },
  };
}
