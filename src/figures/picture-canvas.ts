import {type ByteImages, imageSize} from "../lib/image.js";

/** All pictures under each other at one canvas pixel per picture pixel: the source that sheets are copied from. */
export function pictureStrip(images: ByteImages): HTMLCanvasElement {
  const [n, h, w] = images.shape;
  const strip = document.createElement("canvas");
  strip.width = w;
  strip.height = Math.max(1, n * h);
  if (n > 0) strip.getContext("2d")!.putImageData(pictureData(images), 0, 0);
  return strip;
}

/** Bytes of one (grey) or three (RGB) channels as RGBA. Throws a RangeError for other channels or a wrong length. */
function pictureData({data, shape}: ByteImages): ImageData {
  const [n, h, w, c] = shape;
  if (c !== 1 && c !== 3) throw new RangeError(`invalid channels: ${c} (1 or 3)`);
  if (data.length !== n * imageSize(shape))
    throw new RangeError(`invalid picture bytes: ${data.length} (${n * imageSize(shape)})`);
  const rgba = new ImageData(w, n * h);
  for (let i = 0; i < n * h * w; i++) {
    for (let k = 0; k < 3; k++) rgba.data[4 * i + k] = data[i * c + (c === 3 ? k : 0)]!;
    rgba.data[4 * i + 3] = 255;
  }
  return rgba;
}

/** Copies picture `index` of a strip of pictures of height `h` to (x, y), each pixel `scale` device pixels wide. */
export function drawPicture(
  context: CanvasRenderingContext2D,
  strip: HTMLCanvasElement,
  h: number,
  index: number,
  x: number,
  y: number,
  scale: number,
): void {
  const w = strip.width;
  context.imageSmoothingEnabled = false;
  context.drawImage(strip, 0, index * h, w, h, x, y, w * scale, h * scale);
}

/** All pictures of a square side by side, row by row, one canvas pixel each. */
export function pictureMosaic(images: ByteImages): HTMLCanvasElement {
  const [count, h, w] = images.shape;
  const side = Math.sqrt(count);
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [side * w, side * h];
  const context = canvas.getContext("2d")!;
  const strip = pictureStrip(images);
  for (let i = 0; i < count; i++)
    drawPicture(context, strip, h, i, (i % side) * w, Math.floor(i / side) * h, 1);
  return canvas;
}

/** Throws a RangeError when the pictures are not `side` pixels square. */
export function checkSide({shape: [, h, w]}: ByteImages, side: number): void {
  if (h !== side || w !== side)
    throw new RangeError(`invalid picture size: ${h} by ${w} (${side} by ${side})`);
}

/** Gives a canvas `width` by `height` device pixels, shown one to one. Clears it. */
export function sizeCanvas(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
  ratio: number,
): CanvasRenderingContext2D {
  canvas.width = width;
  canvas.height = height;
  canvas.style.width = `${width / ratio}px`;
  canvas.style.height = `${height / ratio}px`;
  return canvas.getContext("2d")!;
}
