import {element} from "../../controls/element.js";
import type {ByteImages} from "../../lib/image.js";
import {type Figure, figure} from "../figure.js";
import {pictureStrip} from "../picture-canvas.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";
import {picturePair} from "./picture-pair.js";

export interface PicturePairsOptions {
  readonly label: string;
  /** Most pairs shown. */
  readonly places: number;
}

/** Pictures and what was drawn of them, in the same order, [n, 28, 28, 1] each. */
export interface PicturePairsData {
  readonly pictures: ByteImages;
  readonly drawings: ByteImages;
}

const side = 28;
const scale = 3;

/** Each picture, framed as real, above its drawing, framed as generated. */
export function picturePairs({label, places}: PicturePairsOptions): Figure<PicturePairsData> {
  const pairs = Array.from({length: places}, () => picturePair(side, scale, "fig-pair"));
  const items = pairs.map(({canvases}) => element("li", {}, ...canvases));
  const list = element("ol", {class: "fig-pairs-list", tabindex: 0}, ...items);
  const root = element("div", {class: "fig fig-pairs"}, list);
  const summarise = summarised(root, label);
  let data: PicturePairsData | undefined;

  const redraw = redrawing(root, () => {
    if (!data) return;
    const strips = [pictureStrip(data.pictures), pictureStrip(data.drawings)];
    const count = Math.min(places, data.pictures.shape[0]);
    for (const [i, pair] of pairs.entries()) pair.draw(strips, i < count ? i : undefined);
  });
  return figure<PicturePairsData, undefined>(root, undefined, (next) => {
    if (`${next.pictures.shape}` !== `${next.drawings.shape}`)
      throw new RangeError(`shapes differ: [${next.pictures.shape}] and [${next.drawings.shape}]`);
    data = next;
    summarise(`${Math.min(places, next.pictures.shape[0])} pictures, each above its drawing`);
    redraw();
  });
}
