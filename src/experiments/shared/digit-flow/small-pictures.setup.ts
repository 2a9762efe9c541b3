/** Real pictures at half their side, and how the course's classifier, which knows larger ones, sees small ones. */
import type {ImageDataset} from "../../../lib/datasets/dataset.js";
import {doubled} from "../../../lib/doubled.js";
import {type ByteImages, firstPictures, halved, toBytes, toFloats} from "../../../lib/image.js";
import {topClasses} from "../../../lib/metrics/accuracy.js";
import type {Floor} from "../../../lib/metrics/floor.js";
import {type FeatureStatistics, featureStatistics} from "../../../lib/metrics/frechet-distance.js";
import {frechetFloor} from "../../../lib/metrics/frechet-floor.js";
import {nearCopyLimit, nearestDistances} from "../../../lib/metrics/near-copies.js";
import {shareFloor} from "../../../lib/metrics/share-floor.js";
import {
  type Classification,
  type Classifier,
  classCount,
  featureCount,
} from "../../../lib/models/classifier.js";
import type {Random} from "../../../lib/random.js";
import {measuredCount} from "./digit-flow.js";

/** Real pictures whose features are the reference, and held-out ones that make the floors. */
const realCount = 2000;
/** Held-out pictures whose nearest training picture is looked for. */
const comparedReal = 200;
/** With it the classifier reads 97 of 100 held-out digits, with 1 only 90. */
const brightening = 1.5;
/** Sets of real pictures that make the floor of a share. */
const draws = 200;

export function halvedSet(dataset: ImageDataset): ImageDataset {
  return {...dataset, images: toBytes(halved(toFloats(dataset.images)))};
}

/** What real small pictures score. */
export interface RealScores {
  readonly reference: FeatureStatistics;
  readonly frechet: Floor;
  /** Of the share that the classifier sees as what they are. */
  readonly agreement: Floor;
  /** Below which distance to a training picture there is a near-copy. */
  readonly copyLimit: number;
}

export async function realScores(
  classifier: Classifier,
  train: ImageDataset,
  test: ImageDataset,
  random: Random,
): Promise<RealScores> {
  const learned = await classified(classifier, firstPictures(train.images, realCount));
  const {features, logits} = await classified(classifier, firstPictures(test.images, realCount));
  const reference = featureStatistics(learned.features, featureCount);
  const right = rightOnes(test.labels, logits);
  const some = firstPictures(test.images, comparedReal);
  return {
    reference,
    frechet: frechetFloor(features, reference, measuredCount, 3, random.fork("frechet")),
    agreement: shareFloor(right, measuredCount, draws, random.fork("agreement")),
    copyLimit: nearCopyLimit(nearestDistances(some, train.images)),
  };
}

/** The classifier's answers on small pictures, enlarged, and brightened because a mean of four pixels dims thin strokes. */
export function classified(classifier: Classifier, images: ByteImages): Promise<Classification> {
  const {data, shape} = doubled(toFloats(images));
  const bright = data.map((value) => Math.max(-1, Math.min(1, (value + 1) * brightening - 1)));
  return classifier.classify({data: bright, shape});
}

/** 1 for each picture in which the classifier sees its label. */
export function rightOnes(labels: ArrayLike<number>, logits: Float32Array): Uint8Array {
  return topClasses(logits, classCount).map((top, i) => (top === labels[i] ? 1 : 0));
}
