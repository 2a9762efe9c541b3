/**
 * The layout of a packed set of pictures: two arrays in IDX format, one after the other, the labels [n] and then the
 * pixels [n, h, w] (grey) or [n, h, w, c]. The file is that, gzipped.
 */
import type {ImageShape} from "../image.js";
import type {ImageDataset, ImageSet} from "./dataset.js";
import {type ByteArray, readIdx, writeIdx} from "./idx.js";

/** The data set in `bytes` (unzipped), which it shares. Throws a RangeError when they are not a set of that kind. */
export function imageDataset(set: ImageSet, bytes: Uint8Array): ImageDataset {
  const labels = readIdx(bytes);
  const pixels = readIdx(bytes, labels.end);
  const shape = imageShape(pixels);
  if (labels.shape.length !== 1 || labels.data.length !== shape[0])
    throw new RangeError(`invalid labels: shape [${labels.shape}] ([${shape[0]}])`);
  if (pixels.end !== bytes.length)
    throw new RangeError(`invalid length: ${bytes.length} bytes (${pixels.end})`);
  checkLabels(labels.data, set.classNames.length);
  return {...set, images: {data: pixels.data, shape}, labels: labels.data};
}

/** The bytes `imageDataset` reads. */
export function packImages({images, labels}: Pick<ImageDataset, "images" | "labels">): Uint8Array {
  const [n, h, w, c] = images.shape;
  const shape = c === 1 ? [n, h, w] : [n, h, w, c];
  const parts = [
    writeIdx({data: labels, shape: [labels.length]}),
    writeIdx({data: images.data, shape}),
  ];
  const bytes = new Uint8Array(parts[0]!.length + parts[1]!.length);
  bytes.set(parts[0]!);
  bytes.set(parts[1]!, parts[0]!.length);
  return bytes;
}

function imageShape({shape}: ByteArray): ImageShape {
  const [n, h, w, c = 1] = shape;
  if (n === undefined || h === undefined || w === undefined)
    throw new RangeError(`invalid pixels: shape [${shape}] ([n, h, w] or [n, h, w, c])`);
  return [n, h, w, c];
}

function checkLabels(labels: Uint8Array, classes: number): void {
  const wrong = labels.findIndex((label) => label >= classes);
  if (wrong >= 0)
    throw new RangeError(
      `invalid label: ${labels[wrong]} of picture ${wrong} (an integer from 0 to ${classes - 1})`,
    );
}
