import {element} from "../../controls/element.js";
import {drawPicture, pictureStrip} from "../../figures/picture-canvas.js";
import type {ByteImages} from "../../lib/image.js";

const scale = 4;

/** Pictures in rows of `columns` on black, each pixel four wide: a sheet to save. */
export function sheetCanvas(images: ByteImages, columns: number): HTMLCanvasElement {
  const [count, side] = images.shape;
  const cell = side * scale + 4;
  const canvas = element("canvas", {
    width: columns * cell + 4,
    height: Math.ceil(count / columns) * cell + 4,
  });
  const context = canvas.getContext("2d")!;
  context.fillStyle = "#000";
  context.fillRect(0, 0, canvas.width, canvas.height);
  const strip = pictureStrip(images);
  for (let i = 0; i < count; i++) {
    const [x, y] = [4 + (i % columns) * cell, 4 + Math.floor(i / columns) * cell];
    drawPicture(context, strip, side, i, x, y, scale);
  }
  return canvas;
}
