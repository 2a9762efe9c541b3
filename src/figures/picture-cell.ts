import {element} from "../controls/element.js";
import type {Role} from "../lib/training/experiment.js";
import {drawPicture, sizeCanvas} from "./picture-canvas.js";

export interface PictureCellOptions {
  /** Frames the picture. */
  readonly role?: Role;
  readonly class?: string;
}

/** A canvas for one picture, crisp, `scale` CSS pixels per picture pixel; of its final size before there is a picture. */
export function pictureCell(
  width: number,
  height: number,
  scale: number,
  {role, class: more}: PictureCellOptions = {},
) {
  const canvas = element("canvas", {
    class: more ? `fig-pixels ${more}` : "fig-pixels",
    ...(role && {"data-role": role}),
    "aria-hidden": "true",
  });
  sizeCanvas(canvas, width * scale, height * scale, 1);
  return {
    element: canvas,
    /** Picture `index` of a strip; without either, nothing. `at` is another scale. */
    draw(strip: HTMLCanvasElement | undefined, index: number | undefined, at = scale) {
      const ratio = devicePixelRatio;
      const pixels = Math.max(1, Math.round(at * ratio));
      const context = sizeCanvas(canvas, width * pixels, height * pixels, ratio);
      if (strip && index !== undefined) drawPicture(context, strip, height, index, 0, 0, pixels);
    },
  };
}
