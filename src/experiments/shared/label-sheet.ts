import type {ImageDataset} from "../../lib/datasets/dataset.js";
import {type ByteImages, imageSize} from "../../lib/image.js";

/** The first pictures of each label that is told of them, a column for each, [rows · classes, …]; black where there are no more. */
export function labelSheet({images, labels, classNames}: ImageDataset, rows: number): ByteImages {
  const [, h, w, c] = images.shape;
  const size = imageSize(images.shape);
  const columns = classNames.length;
  const data = new Uint8Array(rows * columns * size);
  const seen = new Array<number>(columns).fill(0);
  for (const [i, label] of labels.entries()) {
    const row = seen[label]!++;
    if (row < rows)
      data.set(images.data.subarray(i * size, (i + 1) * size), (row * columns + label) * size);
  }
  return {data, shape: [rows * columns, h, w, c]};
}
