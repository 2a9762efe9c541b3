/** A filter as it looks at pictures: the probability of each digit. */
import type {Coming} from "../figures/provenance/held-back.js";
import {unpackBundle} from "../lib/bundle.js";
import {digits} from "../lib/datasets/digits.js";
import {type ByteImages, imageSize, toFloats} from "../lib/image.js";
import {plainClassifier} from "../lib/models/plain-classifier.js";
import {dequantise} from "../lib/models/quantised.js";
import {Random} from "../lib/random.js";
import {shares} from "./cnn-sees-data.js";
import {cameBy, type FilterWay} from "./filter-ways.js";

/** Digits that people wrote, as many of each, and digits by the GAN. */
export const filteredCount = 1000;
export const madeCount = 300;
const kindCount = digits.classNames.length;

/** What the filter sees in a picture: the probability of each digit. */
export function filterEye(network: Uint8Array): (picture: ByteImages) => Float32Array {
  const classify = plainClassifier(dequantise(unpackBundle(network).arrays));
  return (picture) => shares(classify(toFloats(picture).data).logits.data);
}

export interface Looking {
  readonly way: FilterWay;
  readonly images: ByteImages;
  /** Which of them, all without; a picture's noise is that of its place. */
  readonly places?: readonly number[];
  readonly seed?: number;
}

/** Yields how many it has looked at. */
export function* seenBy(
  eye: (picture: ByteImages) => Float32Array,
  {way, images, places = [...Array(images.shape[0]).keys()], seed = 1}: Looking,
): Generator<number, Coming> {
  const random = new Random(seed);
  const [, ...shape] = images.shape;
  const probabilities = new Float32Array(places.length * kindCount);
  const came = new Uint8Array(places.length * imageSize(images.shape));
  for (const [i, place] of places.entries()) {
    const picture = cameBy(way, images, place, random);
    came.set(picture.data, i * picture.data.length);
    probabilities.set(eye(picture), i * kindCount);
    yield i + 1;
  }
  return {images: {data: came, shape: [places.length, ...shape]}, probabilities};
}
