/** Digits changed as data sets are enlarged, and what the course's classifier reads in them: the figure with its data. */
import {changedDigits} from "../figures/pixels/changed-digits.js";
import type {Readings} from "../figures/pixels/read-text.js";
import {digits} from "../lib/datasets/digits.js";
import {imageDataset} from "../lib/datasets/image-dataset.js";
import {type ByteImages, imageSize} from "../lib/image.js";
import {paramTable} from "../lib/params.js";
import {bytesOf, rasterOf} from "../lib/pipeline/raster.js";
import {
  type Augmentation,
  augmentationNames,
  augmentationWords,
  augmented,
} from "./augmentations.js";
import {digitReader} from "./digit-reader.js";
import {inSlices} from "./in-slices.js";
import {pictureFile} from "./picture-file.js";

/** Of each digit. */
const each = 20;

const dials = paramTable({
  by: {
    kind: "choice",
    label: "Change",
    default: "rotate",
    group: "view",
    options: augmentationNames,
    help: "What is done to the digits.",
  },
  level: {
    kind: "number",
    label: "How much",
    default: 10,
    min: 0,
    max: 10,
    step: 1,
    group: "view",
    help: "0 leaves them as they are. A mirror has only on and off.",
  },
});

export async function augmentationFigure(): Promise<HTMLElement> {
  const [packed, weights] = await Promise.all(
    ["digits-test", "classifier-digits"].map(pictureFile),
  );
  const {images, labels} = imageDataset(digits, packed!);
  const reads = digitReader(weights!);
  const placesOf = (digit: number) =>
    Array.from(labels.keys())
      .filter((place) => labels[place] === digit)
      .slice(0, each);
  const places = digits.classNames.map((_, digit) => placesOf(digit));
  const changed = (place: number, by: Augmentation, level: number) =>
    bytesOf(augmented(rasterOf(images, place), by, level));
  return changedDigits({
    label: "digits changed, and what is read in them",
    dials,
    change({by, level}) {
      const shown = places.map(([first]) => changed(first!, by, level));
      return {
        images: inRow(shown),
        read: shown.map(reads),
        words: augmentationWords(by, level),
      };
    },
    count({by, level}) {
      return inSlices(
        readingsOf(places, (place) => reads(changed(place, by, level))),
        () => {},
      );
    },
  });
}

function* readingsOf(
  places: readonly (readonly number[])[],
  reads: (place: number) => number,
): Generator<void, Readings> {
  const kept = places.map(() => 0);
  for (const [digit, some] of places.entries())
    for (const place of some) {
      if (reads(place) === digit) kept[digit]!++;
      yield;
    }
  return {kept, each};
}

function inRow(pictures: readonly ByteImages[]): ByteImages {
  const [, h, w, c] = pictures[0]!.shape;
  const data = new Uint8Array(pictures.length * imageSize(pictures[0]!.shape));
  for (const [i, picture] of pictures.entries()) data.set(picture.data, i * picture.data.length);
  return {data, shape: [pictures.length, h, w, c]};
}
