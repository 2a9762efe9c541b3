/**
 * Who judges pictures that were made elsewhere: a network of this course that knows what they are of, and real pictures to compare them
 * with. The arena's own are for digits; for others both come with the question.
 */

import type {NamedArrays} from "../../lib/array.js";
import {attributeDataset} from "../../lib/datasets/attribute-dataset.js";
import {clothes} from "../../lib/datasets/clothes.js";
import {emoji} from "../../lib/datasets/emoji.js";
import {faces} from "../../lib/datasets/faces.js";
import {imageDataset} from "../../lib/datasets/image-dataset.js";
import {type ByteImages, pick, toFloats} from "../../lib/image.js";
import type {Sample} from "../../lib/metrics/metric.js";
import * as attributes from "../../lib/models/attribute-classifier.js";
import {classCount, featureCount, loadClassifier} from "../../lib/models/classifier.js";
import {loadKindClassifier} from "../../lib/models/kind-classifier.js";
import type {Subject} from "../../lib/questions/subjects.js";
import type {Random} from "../../lib/random.js";

export interface Eyes {
  /** Features of a picture, and classes. */
  readonly size: number;
  readonly classes: number;
  readonly real: ByteImages;
  readonly held: ByteImages;
  /** What the network sees. Where pictures have no one class, without probabilities. */
  seen(pictures: ByteImages): Promise<Sample>;
  dispose(): void;
}

type Looking = Pick<Eyes, "size" | "classes" | "seen" | "dispose"> & {readonly all: ByteImages};

/** The eyes for a subject other than digits, of the bytes in `set` and `judge`. Of real pictures it takes twice `most` at most, parted by `random`. The caller disposes them. */
export function eyesIn(
  subject: Exclude<Subject, "digits">,
  {set, judge}: NamedArrays,
  most: number,
  random: Random,
): Eyes {
  if (!(set?.data instanceof Uint8Array && judge?.data instanceof Uint8Array))
    throw new RangeError(`missing files of ${subject} (real pictures and a judge, as bytes)`);
  const {all, ...looking} = lookingAt[subject](set.data, judge.data);
  const order = random.permutation(all.shape[0]);
  const count = Math.min(most, Math.floor(order.length / 2));
  return {
    ...looking,
    real: pick(all, order.subarray(0, count)),
    held: pick(all, order.subarray(count, 2 * count)),
  };
}

const lookingAt: Readonly<
  Record<Exclude<Subject, "digits">, (set: Uint8Array, judge: Uint8Array) => Looking>
> = {
  clothes(set, judge) {
    const {images} = imageDataset(clothes, set);
    const {classify, dispose} = loadClassifier(judge);
    const seen = async (pictures: ByteImages) => {
      const {features, probabilities} = await classify(toFloats(pictures));
      return {pictures, features, probabilities};
    };
    return {all: images, size: featureCount, classes: classCount, seen, dispose};
  },
  faces(set, judge) {
    const {images} = attributeDataset(faces, set);
    const {classify, dispose} = attributes.loadAttributeClassifier(faces.attributes, judge);
    const seen = async (pictures: ByteImages) => {
      const {features} = await classify(toFloats(pictures));
      return {pictures, features, probabilities: new Float32Array(0)};
    };
    return {all: images, size: attributes.featureCount, classes: 0, seen, dispose};
  },
  emoji(set, judge) {
    const {kinds, featureCount: size, describe, dispose} = loadKindClassifier(judge);
    const seen = async (pictures: ByteImages) => ({
      pictures,
      ...(await describe(toFloats(pictures))),
    });
    return {all: knownEmoji(set, kinds), size, classes: kinds.length, seen, dispose};
  },
};

/** Those of the kinds that the judge knows. */
function knownEmoji(set: Uint8Array, kinds: readonly string[]): ByteImages {
  const {images, labels, attributes: told} = attributeDataset(emoji, set);
  const {options} = told[0]!;
  const places = Array.from({length: images.shape[0]}, (_, i) => i);
  return pick(
    images,
    places.filter((i) => kinds.includes(options[labels[i * told.length]!]!)),
  );
}
