import type {ImageDataset} from "../../lib/datasets/dataset.js";
import {halved, toFloats} from "../../lib/image.js";

/** Edge of a picture at half its side. */
export const smallSide = 14;

/** The same pictures at half the side: a quarter of the work. */
export function small(dataset: ImageDataset): ImageDataset {
  const {data, shape} = halved(toFloats(dataset.images));
  const bytes = Uint8Array.from(data, (value) => Math.round((value + 1) * 127.5));
  return {...dataset, images: {data: bytes, shape}};
}
