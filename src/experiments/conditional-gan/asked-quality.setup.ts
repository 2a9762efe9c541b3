/** Whether a generator draws what it is asked for, and how well, by the course's classifier, each number with its floor. */
import type {ImageDataset} from "../../lib/datasets/dataset.js";
import {type ByteImages, toFloats} from "../../lib/image.js";
import {topClasses} from "../../lib/metrics/accuracy.js";
import type {Floor} from "../../lib/metrics/floor.js";
import {frechetWithInterval} from "../../lib/metrics/frechet-interval.js";
import {shareFloor} from "../../lib/metrics/share-floor.js";
import {type Classifier, classCount} from "../../lib/models/classifier.js";
import type {Random} from "../../lib/random.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import type {Setup} from "../../lib/training/setup.js";
import type {conditionalGan} from "./experiment.js";

/** Sets of real pictures whose shares make the floor. */
const draws = 200;

/** Pictures and the class that each was asked to be, or is: labels [n]. */
export interface Asked {
  readonly images: ByteImages;
  readonly labels: Uint8Array;
}

/**
 * Measures what `draw` makes, always as many pictures. Scalars: `frechet`, `agreement` (per cent), `samples` (n). Arrays, by class, [10] and in per cent:
 * `agreement`, and `realAgreement` of `real`, pictures that nobody learned from. These are classified once, when first needed.
 */
export function askedQuality(
  classifier: Classifier,
  draw: () => Promise<Asked>,
  real: ImageDataset,
  random: Random,
): Setup<ExchangeOf<typeof conditionalGan>>["measure"] {
  let onReal: Promise<Recognised> | undefined;
  return async () => {
    const {images, labels} = await draw();
    onReal ??= recognised(classifier, real, labels.length, random.fork("floor"));
    const {floor, shares} = await onReal;
    const {features, logits} = await classifier.classify(toFloats(images));
    const right = rightOnes(labels, logits);
    const {distance, interval} = frechetWithInterval(features, classifier.reference, random);
    return {
      scalars: {
        frechet: distance,
        agreement: (100 * sum(right)) / labels.length,
        samples: labels.length,
      },
      floors: {
        frechet: classifier.reference.floorAt(labels.length),
        agreement: {low: 100 * floor.low, high: 100 * floor.high},
      },
      intervals: {frechet: interval},
      arrays: {
        agreement: {data: byClass(labels, right), shape: [classCount]},
        realAgreement: {data: shares.slice(), shape: [classCount]},
      },
    };
  };
}

/** The classifier's answers on real pictures. */
interface Recognised {
  /** Of the share of `count` of them that it recognises. */
  readonly floor: Floor;
  /** By class, in per cent. [10] */
  readonly shares: Float32Array;
}

async function recognised(
  classifier: Classifier,
  {images, labels}: ImageDataset,
  count: number,
  random: Random,
): Promise<Recognised> {
  const {logits} = await classifier.classify(toFloats(images));
  const right = rightOnes(labels, logits);
  return {floor: shareFloor(right, count, draws, random), shares: byClass(labels, right)};
}

function rightOnes(labels: ArrayLike<number>, logits: Float32Array): Uint8Array {
  return topClasses(logits, classCount).map((top, i) => (top === labels[i] ? 1 : 0));
}

/** Per cent of the pictures of each class that are right. */
function byClass(labels: ArrayLike<number>, right: Uint8Array): Float32Array {
  const counts = new Float32Array(classCount);
  const rights = new Float32Array(classCount);
  for (const [i, one] of right.entries()) {
    counts[labels[i]!]!++;
    rights[labels[i]!]! += one;
  }
  return rights.map((n, k) => (100 * n) / counts[k]!);
}

function sum(values: Uint8Array): number {
  return values.reduce((total, value) => total + value, 0);
}
