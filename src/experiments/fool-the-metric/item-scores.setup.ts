/** Scores that come of each picture by itself, or of what classifiers say of it, with the bands of real pictures. */
import {type ByteImages, firstPictures, toFloats} from "../../lib/image.js";
import {topClasses} from "../../lib/metrics/accuracy.js";
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
  const band = (name: ItemScore) => floorOf(sets.map((scores) => scores[name]));
  return {
    certainty: band("certainty"),
    inception: band("inception"),
    witnessInception: band("witnessInception"),
    agreement: band("agreement"),
    nearest: band("nearest"),
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
