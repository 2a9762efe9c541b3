/**
 * Pictures of two kinds that differ in nothing but their number: sevens, and sevens in a mirror. Nobody writes the second kind, and a
 * network finds it exactly as hard as the first.
 */
import type {ImageDataset} from "../../lib/datasets/dataset.js";
import {type ByteImages, imageSize, joinedPictures, pick} from "../../lib/image.js";
import {nearestPicture} from "../../lib/metrics/nearest.js";
import {small} from "../shared/small-pictures.setup.js";
import {digit} from "./generations.js";

/** Real pictures that a made one is compared with, each there both ways. No run learns from them. */
const comparedCount = 100;

export interface FirstSet {
  /** Pictures in it, and per cent of them that are in a mirror. */
  readonly pictures: number;
  readonly share: number;
}

export interface TwoKinds {
  /** What the first generation learns from: the usual ones, then the rare ones. */
  readonly real: ByteImages;
  /** How many of `real` are rare. */
  readonly rare: number;
  /** 1 for each picture of the rare kind: its kind is that of the real picture that is nearest to it. */
  kindsOf(images: ByteImages): Uint8Array;
}

export function twoKinds(dataset: ImageDataset, {pictures, share}: FirstSet): TwoKinds {
  const places = [...dataset.labels.keys()].filter((i) => dataset.labels[i] === digit);
  const {images} = small({...dataset, images: pick(dataset.images, places)});
  const compared = pick(images, [...Array(comparedCount).keys()]);
  const known = joinedPictures([compared, mirrored(compared)]);
  const rare = Math.round((pictures * share) / 100);
  const rest = places.length - comparedCount;
  const learned = pick(
    images,
    Array.from({length: pictures}, (_, i) => comparedCount + (i % rest)),
  );
  const split = pictures - rare;
  const from = (start: number, end: number) =>
    pick(
      learned,
      Array.from({length: end - start}, (_, i) => start + i),
    );
  return {
    real: joinedPictures([from(0, split), mirrored(from(split, pictures))]),
    rare,
    kindsOf(made) {
      const size = imageSize(made.shape);
      return Uint8Array.from({length: made.shape[0]}, (_, i) => {
        const {index} = nearestPicture(made.data.subarray(i * size, (i + 1) * size), known);
        return index < comparedCount ? 0 : 1;
      });
    },
  };
}

/** Each picture with left and right exchanged. */
export function mirrored({data, shape}: ByteImages): ByteImages {
  const [, , width, channels] = shape;
  const turned = data.map((_, at) => {
    const x = Math.floor(at / channels) % width;
    return data[at + (width - 1 - 2 * x) * channels]!;
  });
  return {data: turned, shape};
}
