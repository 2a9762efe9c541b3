import {element} from "../../controls/element.js";
import {drawPicture, pictureStrip} from "../../figures/picture-canvas.js";
import type {ByteImages} from "../../lib/image.js";

/** Pictures in rows of `columns` on `paper`, each pixel `scale` wide: a sheet to save, or to put beside another. */
export function sheetCanvas(
  images: ByteImages,
  columns: number,
  {scale = 4, paper = "#000"} = {},
): HTMLCanvasElement {
  const [count, side] = images.shape;
  const cell = side * scale + 4;
  const canvas = element("canvas", {
    width: columns * cell + 4,
    height: Math.ceil(count / columns) * cell + 4,
  });
  const context = canvas.getContext("2d")!;
  context.fillStyle = paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  const strip = pictureStrip(images);
  for (let i = 0; i < count; i++) {
    const [x, y] = [4 + (i % columns) * cell, 4 + Math.floor(i / columns) * cell];
    drawPicture(context, strip, side, i, x, y, scale);
  }
  return canvas;
}
