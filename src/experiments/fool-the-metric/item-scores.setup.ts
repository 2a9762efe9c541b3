/** Scores that come of each picture by itself, or of what classifiers say of it, with the bands of real pictures. */
import {type ByteImages, firstPictures, toFloats} from "../../lib/image.js";
import {topClasses} from "../../lib/metrics/accuracy.js";
import {halvesOf, intervalAround} from "../../lib/metrics/bootstrap-interval.js";
import {type Floor, floorOf} from "../../lib/metrics/floor.js";
import {inceptionScoreOf} from "../../lib/metrics/inception-score.js";
import {nearestDistances} from "../../lib/metrics/near-copies.js";
import {rowsAt} from "../../lib/metrics/sample.js";
import {
  type Classification,
  type Classifier,
  classCount,
  featureCount,
} from "../../lib/models/classifier.js";
import type {Random} from "../../lib/random.js";
import {fooledCount} from "./fooled-params.js";

/** Of each picture. */
export interface Items {
  readonly judged: Classification;
  readonly witnessed: Classification;
  /** Root mean square difference from the nearest training picture. */
  readonly nearest: readonly number[];
}

export type ItemScore = "certainty" | "inception" | "witnessInception" | "agreement" | "nearest";

/** Training pictures among which the nearest is looked for. */
const nearCount = 1000;

export async function itemsOf(
  pictures: ByteImages,
  {judge, witness, real}: {judge: Classifier; witness: Classifier; real: ByteImages},
): Promise<Items> {
  const floats = toFloats(pictures);
  return {
    judged: await judge.classify(floats),
    witnessed: await witness.classify(floats),
    nearest: nearestDistances(pictures, firstPictures(real, nearCount)),
  };
}

export function itemScores({
  judged,
  witnessed,
  nearest,
}: Items): Readonly<Record<ItemScore, number>> {
  const [seen, other] = [judged, witnessed].map(({logits}) => topClasses(logits, classCount));
  const tops = Array.from(seen!, (k, i) => judged.probabilities[i * classCount + k]!);
  const agreed = Array.from(seen!, (k, i) => (k === other![i] ? 1 : 0));
  return {
    certainty: 100 * mean(tops),
    inception: inceptionScoreOf(judged.probabilities, classCount),
    witnessInception: inceptionScoreOf(witnessed.probabilities, classCount),
    agreement: 100 * mean(agreed),
    nearest: mean(nearest),
  };
}

/** What `draws` sets of as many real pictures get, drawn with replacement: those without would share too many. */
export function itemBands(
  items: Items,
  draws: number,
  random: Random,
): Readonly<Record<ItemScore, Floor>> {
  const count = items.nearest.length;
  const drawn = () => Uint32Array.from({length: fooledCount}, () => random.integer(count));
  const sets = Array.from({length: draws}, () => itemScores(itemsAt(items, drawn())));
  return ofEach((name) => floorOf(sets.map((scores) => scores[name])));
}

/** Where each score might as well lie with other pictures made alike: by `draws` halves of these. */
export function itemIntervals(
  items: Items,
  draws: number,
  random: Random,
): Readonly<Record<ItemScore, Floor>> {
  const scores = itemScores(items);
  const halves = halvesOf(items.nearest.length, draws, random).map((half) =>
    itemScores(itemsAt(items, half)),
  );
  return ofEach((name) => {
    const {low, high} = intervalAround(
      scores[name],
      halves.map((half) => half[name]),
    );
    const [least, most] = ranges[name];
    return {low: Math.max(least, low), high: Math.min(most, high)};
  });
}

/** Values that are possible at all. */
const ranges: Readonly<Record<ItemScore, readonly [least: number, most: number]>> = {
  certainty: [0, 100],
  inception: [1, classCount],
  witnessInception: [1, classCount],
  agreement: [0, 100],
  nearest: [0, 1],
};

function ofEach<Value>(of: (name: ItemScore) => Value): Readonly<Record<ItemScore, Value>> {
  return {
    certainty: of("certainty"),
    inception: of("inception"),
    witnessInception: of("witnessInception"),
    agreement: of("agreement"),
    nearest: of("nearest"),
  };
}

function itemsAt({judged, witnessed, nearest}: Items, indices: Uint32Array): Items {
  return {
    judged: rowsOf(judged, indices),
    witnessed: rowsOf(witnessed, indices),
    nearest: Array.from(indices, (i) => nearest[i]!),
  };
}

function rowsOf({features, logits, probabilities}: Classification, indices: Uint32Array) {
  return {
    count: indices.length,
    features: rowsAt(features, indices, featureCount),
    logits: rowsAt(logits, indices, classCount),
    probabilities: rowsAt(probabilities, indices, classCount),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
