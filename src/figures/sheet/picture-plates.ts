import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {ByteImages} from "../../lib/image.js";
import type {Role} from "../../lib/training/experiment.js";
import {type Figure, figure} from "../figure.js";
import {drawPicture, pictureStrip, sizeCanvas} from "../picture-canvas.js";
import {redrawing} from "../redraw.js";

export interface PlateOptions {
  readonly role: Role;
  /** What stands under it until there is a picture. */
  readonly caption: string;
}

export interface PlatePicture {
  /** [1, h, w, c] */
  readonly image: ByteImages;
  readonly caption: string;
}

/** CSS pixels along an edge. */
const edgePx = 140;

/** Some pictures enlarged side by side, each with its caption; their places stay when there is nothing to show. */
export function picturePlates(
  options: readonly PlateOptions[],
): Figure<readonly (PlatePicture | undefined)[]> {
  const plates = options.map(plate);
  const root = element(
    "div",
    {class: "fig fig-inspector fig-plates"},
    ...plates.map(({element}) => element),
  );
  let shown: readonly (PlatePicture | undefined)[] = [];
  const redraw = redrawing(root, () => {
    for (const [i, {draw}] of plates.entries()) draw(shown[i]?.image);
  });
  return figure<readonly (PlatePicture | undefined)[], undefined>(root, undefined, (next) => {
    shown = next;
    for (const [i, {say}] of plates.entries()) say(next[i]?.caption ?? options[i]!.caption);
    redraw();
  });
}

function plate({role, caption}: PlateOptions) {
  const canvas = element("canvas", {class: "fig-pixels", "aria-hidden": "true"});
  const words = element("figcaption", {}, caption);
  return {
    element: element(
      "figure",
      {class: "fig-plate", "data-role": role},
      element("div", {class: "fig-plate-frame"}, canvas),
      words,
    ),
    say(text: string) {
      setText(words, text);
    },
    draw(image: ByteImages | undefined) {
      if (!image) return;
      const [, h, w] = image.shape;
      const pixels = Math.max(1, Math.floor((edgePx * devicePixelRatio) / h));
      const context = sizeCanvas(canvas, w * pixels, h * pixels, devicePixelRatio);
      drawPicture(context, pictureStrip(image), h, 0, 0, 0, pixels);
    },
  };
}
