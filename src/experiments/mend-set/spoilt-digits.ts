/** Digits as a careless collector would hand them over: some labelled wrongly, a few in it many times under a wrong label, some out of focus. */
import type {ImageDataset} from "../../lib/datasets/dataset.js";
import {firstOf} from "../../lib/datasets/split.js";
import {wrongLabels} from "../../lib/datasets/wrong-labels.js";
import {type ByteImages, imageSize, pick} from "../../lib/image.js";
import {gaussianBlur} from "../../lib/pipeline/gaussian-blur.js";
import {bytesOf, rasterOf} from "../../lib/pipeline/raster.js";
import type {Random} from "../../lib/random.js";

/** Good pictures at the bottom of it, and how many of them get a wrong label. */
const cleanCount = 600;
const wrongShare = 0.25;
/** So many of them are there again and again, each under one wrong label. */
const copiedCount = 20;
const copiesOfEach = 15;
/** Others that are out of focus; nobody could read their labels, so these are guessed. */
const blurredCount = 200;
const sigma = 2.5;

export const spoiltCount = cleanCount + copiedCount * copiesOfEach + blurredCount;

/** The set as it is handed over, in a new order. */
export function spoiltDigits(train: ImageDataset, random: Random): ImageDataset {
  const classes = train.classNames.length;
  const all = firstOf(train, cleanCount + blurredCount);
  const labels = wrongLabels(all.labels.slice(0, cleanCount), classes, wrongShare, random);
  const copies = copiesOf(all, classes, random);
  const blurred = Array.from({length: blurredCount}, (_, i) => cleanCount + i);
  const places = [...Array(cleanCount).keys(), ...copies.places, ...blurred];
  const guessed = blurred.map(() => random.integer(classes));
  const told = [...labels, ...copies.labels, ...guessed];
  const images = outOfFocus(pick(all.images, places), places.length - blurredCount);
  const order = [...random.permutation(places.length)];
  return {
    ...train,
    images: pick(images, order),
    labels: Uint8Array.from(order, (i) => told[i]!),
  };
}

function copiesOf({labels}: ImageDataset, classes: number, random: Random) {
  const copied = Array.from({length: copiedCount}, (_, i) => i);
  const wrong = wrongLabels(labels.slice(0, copiedCount), classes, 1, random);
  const places = copied.flatMap((place) => new Array<number>(copiesOfEach).fill(place));
  return {places, labels: places.map((place) => wrong[place]!)};
}

/** From picture `first` on. */
function outOfFocus(images: ByteImages, first: number): ByteImages {
  const size = imageSize(images.shape);
  const data = images.data.slice();
  for (let i = first; i < images.shape[0]; i++)
    data.set(bytesOf(gaussianBlur(rasterOf(images, i), sigma)).data, i * size);
  return {data, shape: images.shape};
}
