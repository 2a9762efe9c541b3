/** What control and changed one draw, in four numbers each, with intervals and floors: all on made pictures, by the course's classifier. */
import type {ImageDataset} from "../../lib/datasets/dataset.js";
import {type ByteImages, firstPictures} from "../../lib/image.js";
import {binomialInterval} from "../../lib/metrics/binomial-interval.js";
import {coveredClasses} from "../../lib/metrics/class-coverage-metric.js";
import {frechet} from "../../lib/metrics/frechet-metric.js";
import type {Sample} from "../../lib/metrics/metric.js";
import {nearCopyFloor, nearCopyLimit, nearestDistances} from "../../lib/metrics/near-copies.js";
import {judgeAll} from "../../lib/metrics/set-metric.js";
import {shareFloor} from "../../lib/metrics/share-floor.js";
import {type Classifier, classCount, featureCount} from "../../lib/models/classifier.js";
import {Random} from "../../lib/random.js";
import {classified, rightOnes} from "../shared/digit-flow/small-pictures.setup.js";

/** Real pictures that made ones are compared with, as many others for the floors, and draws for each band. */
const realCount = 500;
const draws = 20;
/** Held-out pictures whose nearest training picture says what near is. */
const comparedReal = 150;

export interface Score {
  readonly value: number;
  readonly interval: {readonly low: number; readonly high: number};
  readonly floor: {readonly low: number; readonly high: number};
}

/** In the order of the table. */
export const scoreNames = ["distance", "agreement", "covered", "copies"] as const;
export type Scores = Readonly<Record<(typeof scoreNames)[number], Score>>;

/** What `count` digits are asked for. */
export function askedFor(count: number): readonly number[] {
  return Array.from({length: count}, (_, i) => i % classCount);
}

interface Scoring {
  readonly classifier: Classifier;
  readonly train: ImageDataset;
  readonly test: ImageDataset;
}

export function labScores({classifier, train, test}: Scoring, random: Random) {
  const seen = async (pictures: ByteImages): Promise<Sample> => {
    const {features, probabilities} = await classified(classifier, pictures);
    return {pictures, features, probabilities};
  };
  const chance = random.state();
  let looked:
    | Promise<{readonly real: Sample; readonly held: Sample; readonly right: Uint8Array}>
    | undefined;
  const look = async () => {
    const held = await seen(firstPictures(test.images, realCount));
    const right = rightOnes(test.labels, held.probabilities);
    return {real: await seen(firstPictures(train.images, realCount)), held, right};
  };
  return {
    /** Of pictures [n, 14, 14, 1] asked for as `askedFor` says, by one that has learned from `learned`. */
    async of(pictures: ByteImages, learned: ByteImages, limit: number): Promise<Scores> {
      looked ??= look();
      const {real, held, right} = await looked;
      const made = await seen(pictures);
      const count = pictures.shape[0];
      const bands = Random.from(chance);
      const space = {size: featureCount, classes: classCount, held, draws, random: bands};
      const judged = judgeAll({distance: frechet, covered: coveredClasses}, real, made, space);
      const drawnRight = rightOnes(askedFor(count), made.probabilities).reduce(
        (sum, one) => sum + one,
        0,
      );
      const near = nearestDistances(pictures, learned).filter((each) => each < limit).length;
      return {
        ...judged,
        agreement: {
          ...share(drawnRight, count),
          floor: percent(shareFloor(right, count, draws, Random.from(chance))),
        },
        copies: {...share(near, count), floor: percent(nearCopyFloor(count))},
      };
    },
    /** Below which distance to `learned` a picture is a near-copy. */
    limitOf: (learned: ByteImages) =>
      nearCopyLimit(nearestDistances(firstPictures(test.images, comparedReal), learned)),
  };
}

function share(part: number, count: number) {
  return {
    value: (100 * part) / count,
    interval: percent(binomialInterval(part, count)),
  };
}

function percent({low, high}: Score["interval"]): Score["interval"] {
  return {low: 100 * low, high: 100 * high};
}
