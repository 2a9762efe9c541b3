/** How many new pictures look like the sign, how new they are, and how many digits are still as asked; each with its floor. */
import type {ImageDataset} from "../../lib/datasets/dataset.js";
import {type ByteImages, firstPictures, imageSize, pick} from "../../lib/image.js";
import {shareInterval} from "../../lib/metrics/accuracy.js";
import {type Floor, inPerCent} from "../../lib/metrics/floor.js";
import {meanInterval} from "../../lib/metrics/mean-interval.js";
import {nearestDistances} from "../../lib/metrics/near-copies.js";
import {nearestPicture} from "../../lib/metrics/nearest.js";
import {shareFloor} from "../../lib/metrics/share-floor.js";
import {type Classifier, classCount} from "../../lib/models/classifier.js";
import {Random} from "../../lib/random.js";
import {classified, rightOnes} from "../shared/digit-flow/small-pictures.setup.js";

/** Held-out real digits that make the floor, and random sets of them. */
const realCount = 500;
const draws = 100;

/** Digits that are asked for beside `signs` pictures of the sign: five for every three, in turn. */
export function askedDigits(signs: number): readonly number[] {
  return Array.from({length: Math.round((5 * signs) / 3)}, (_, i) => i % classCount);
}

interface Counting {
  readonly classifier: Classifier;
  /** Held-out digits at half their side. */
  readonly test: ImageDataset;
  readonly drawings: ByteImages;
}

/** Counts new pictures of the sign [n, 14, 14, 1] and digits beside them, asked for as `askedDigits` says. */
export function signCounts({classifier, test, drawings}: Counting, random: Random) {
  const count = drawings.shape[0];
  const crowd = together(drawings, someOfEach(test, count));
  const among = nearestOfOthers(drawings).map(({distance}) => distance);
  const isBesideSign = (picture: Uint8Array) => nearestPicture(picture, crowd).index < count;
  const chance = random.state();
  const digits = new Map<number, Promise<Floor>>();
  const floors = async (signs: number) => {
    const asked = askedDigits(signs).length;
    const known = digits.get(asked) ?? digitFloor(classifier, test, asked, Random.from(chance));
    digits.set(asked, known);
    const found = nearestOfOthers(crowd).slice(0, count);
    const own = found.filter(({index}) => index < count).length / count;
    return {
      recognised: inPerCent({low: own, high: own}),
      agreement: inPerCent(await known),
      newness: inPerCent(meanBand(among)),
    };
  };
  return {
    floors,
    async measured(signs: ByteImages, drawn: ByteImages) {
      const {logits} = await classified(classifier, drawn);
      const right = rightOnes(askedDigits(signs.shape[0]), logits).reduce(
        (sum, one) => sum + one,
        0,
      );
      const beside = mean(rowsOf(signs).map((sign) => (isBesideSign(sign) ? 1 : 0)));
      const distances = nearestDistances(signs, drawings);
      const [one, n, count] = [mean(among), signs.shape[0], drawn.shape[0]];
      const far = meanInterval(distances);
      return {
        scalars: {
          recognised: 100 * beside,
          agreement: (100 * right) / count,
          newness: (100 * mean(distances)) / one,
        },
        intervals: {
          recognised: {...inPerCent(shareInterval(beside, n)), n},
          agreement: {...inPerCent(shareInterval(right / count, count)), n: count},
          newness: {...inPerCent({low: far.low / one, high: far.high / one}), n},
        },
      };
    },
  };
}

/** For a share of `count` pictures. */
async function digitFloor(
  classifier: Classifier,
  test: ImageDataset,
  count: number,
  random: Random,
) {
  const labels = test.labels.slice(0, realCount);
  const {logits} = await classified(classifier, firstPictures(test.images, realCount));
  return shareFloor(rightOnes(labels, logits), count, draws, random);
}

/** The first `count` pictures of each digit. */
function someOfEach({images, labels}: ImageDataset, count: number): ByteImages {
  const seen = new Array<number>(classCount).fill(0);
  const chosen = [...labels.keys()].filter((i) => {
    seen[labels[i]!]! += 1;
    return seen[labels[i]!]! <= count;
  });
  return pick(images, chosen);
}

function together(a: ByteImages, b: ByteImages): ByteImages {
  const data = new Uint8Array(a.data.length + b.data.length);
  data.set(a.data);
  data.set(b.data, a.data.length);
  const [n, ...rest] = a.shape;
  return {data, shape: [n + b.shape[0], ...rest]};
}

/** Of each picture the nearest of the others, by its number among all. */
function nearestOfOthers(pictures: ByteImages) {
  const all = [...Array(pictures.shape[0]).keys()];
  return rowsOf(pictures).map((picture, i) => {
    const others = all.filter((j) => j !== i);
    const {index, distance} = nearestPicture(picture, pick(pictures, others));
    return {index: others[index]!, distance};
  });
}

function rowsOf({data, shape}: ByteImages): Uint8Array[] {
  const size = imageSize(shape);
  return Array.from({length: shape[0]}, (_, i) => data.subarray(i * size, (i + 1) * size));
}

/** Two standard errors around the mean of some distances, as shares of it. */
function meanBand(distances: readonly number[]): Floor {
  const middle = mean(distances);
  const variance = mean(distances.map((value) => (value - middle) ** 2));
  const reach = (2 * Math.sqrt(variance / (distances.length - 1))) / middle;
  return {low: 1 - reach, high: 1 + reach};
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
