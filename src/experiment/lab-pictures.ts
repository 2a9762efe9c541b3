/** The pictures that operations on pixels are tried on: photographs, one of the course's drawings, and rings that get ever finer. All are 64 pixels wide. */
import {readIdx} from "../lib/datasets/idx.js";
import {padded, type Raster, rasterOf} from "../lib/pipeline/raster.js";
import {resized} from "../lib/pipeline/resize.js";
import {zonePlate} from "../lib/pipeline/zone-plate.js";
import {picturesIn} from "./noise-schedule.js";
import {pictureFile} from "./picture-file.js";

export const labSide = 64;

/** Values of the dial *Picture*, with their words. */
export const labPictureNames = {
  cat: "a cat",
  cup: "a cup of coffee",
  wall: "a wall",
  face: "a drawn face",
  rings: "rings",
} as const;

export type LabPictures = Readonly<Record<keyof typeof labPictureNames, Raster>>;

export async function labPictures(): Promise<LabPictures> {
  const [photographs, drawings] = await Promise.all(
    ["photographs", "noise-pictures"].map(pictureFile),
  );
  const {data, shape} = readIdx(photographs!);
  const images = {data, shape: shape as [number, number, number, number]};
  const [cat, cup, wall] = [0, 1, 2].map((i) => rasterOf(images, i));
  const face = resized(rasterOf(picturesIn(drawings!).colour), 56, 56, "nearest");
  return {cat: cat!, cup: cup!, wall: wall!, face: padded(face, 4), rings: zonePlate(labSide)};
}
