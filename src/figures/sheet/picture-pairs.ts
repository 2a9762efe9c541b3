import {element} from "../../controls/element.js";
import type {ByteImages} from "../../lib/image.js";
import {type Figure, figure} from "../figure.js";
import {drawPicture, pictureStrip, sizeCanvas} from "../picture-canvas.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";

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
  const pairs = Array.from({length: places}, pictureCanvases);
  const list = element("ol", {class: "fig-pairs-list"}, ...pairs.map(({element}) => element));
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

function pictureCanvases() {
  const canvases = ["real", "generated"].map((role) =>
    element("canvas", {class: "fig-pixels fig-pair", "data-role": role, "aria-hidden": "true"}),
  );
  return {
    element: element("li", {}, ...canvases),
    draw(strips: readonly HTMLCanvasElement[], index: number | undefined) {
      const pixels = Math.max(1, Math.round(scale * devicePixelRatio));
      for (const [row, canvas] of canvases.entries()) {
        const context = sizeCanvas(canvas, side * pixels, side * pixels, devicePixelRatio);
        if (index !== undefined) drawPicture(context, strips[row]!, side, index, 0, 0, pixels);
      }
    },
  };
}
