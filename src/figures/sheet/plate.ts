import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {type ByteImages, pick} from "../../lib/image.js";
import type {Role} from "../../lib/training/experiment.js";
import {drawPicture, pictureStrip, sizeCanvas} from "../picture-canvas.js";

/** CSS pixels along an edge. */
const edgePx = 140;

/** One picture enlarged in a frame, over its caption, in room that is kept from the start. */
export function plate(role: Role, caption: string) {
  const canvas = element("canvas", {class: "fig-pixels", "aria-hidden": "true"});
  const words = element("figcaption", {}, caption);
  const frame = element("div", {class: "fig-plate-frame", "data-empty": ""}, canvas);
  return {
    element: element("figure", {class: "fig-plate", "data-role": role}, frame, words),
    say(text: string) {
      setText(words, text);
    },
    clear() {
      frame.dataset.empty = "";
      canvas.getContext("2d")!.clearRect(0, 0, canvas.width, canvas.height);
    },
    draw(images: ByteImages, index: number) {
      const [, h, w] = images.shape;
      delete frame.dataset.empty;
      const ratio = devicePixelRatio;
      const pixels = Math.max(1, Math.floor((edgePx * ratio) / Math.max(h, w)));
      const context = sizeCanvas(canvas, w * pixels, h * pixels, ratio);
      drawPicture(context, pictureStrip(pick(images, [index])), h, 0, 0, 0, pixels);
    },
  };
}
