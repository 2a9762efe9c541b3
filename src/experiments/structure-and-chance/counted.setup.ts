/** How varied and how recognisable drawn digits are, each number with what real digits score. */
import type {ImageDataset} from "../../lib/datasets/dataset.js";
import {firstPictures, pick} from "../../lib/image.js";
import {halvesOf, intervalAround} from "../../lib/metrics/bootstrap-interval.js";
import {classSpread, classSpreadFloor} from "../../lib/metrics/class-spread.js";
import type {Floor} from "../../lib/metrics/floor.js";
import {shareFloor} from "../../lib/metrics/share-floor.js";
import {type Classifier, classCount} from "../../lib/models/classifier.js";
import {Random} from "../../lib/random.js";
import {classified, rightOnes} from "../shared/digit-flow/small-pictures.setup.js";
import type {Drawn} from "./drawn.setup.js";
import {noiseTrace} from "./noise-trace.js";

/** Held-out real pictures that make the floors, and random sets of them. */
const realCount = 500;
const draws = 40;

/** Counts `counted` pictures, in which `classifier` looks for what was asked. */
export async function counted(classifier: Classifier, {counted: images, asked}: Drawn) {
  const {logits} = await classified(classifier, images);
  const right = rightOnes(asked, logits).reduce((sum, one) => sum + one, 0);
  return {
    spread: classSpread(images, asked),
    agreement: (100 * right) / asked.length,
    trace: 100 * noiseTrace(images, classCount),
    samples: asked.length,
  };
}

/** Of a variety and a trace: by `draws` halves of the noises that the pictures are drawn from. */
export function noiseIntervals({counted: images, asked}: Drawn, random: Random) {
  const halves = halvesOf(asked.length / classCount, draws, random).map((noises) =>
    Array.from(noises).flatMap((noise) =>
      asked.slice(0, classCount).map((_, k) => noise * classCount + k),
    ),
  );
  const spread = (places: readonly number[]) =>
    classSpread(
      pick(images, places),
      places.map((place) => asked[place]!),
    );
  const trace = (places: readonly number[]) => 100 * noiseTrace(pick(images, places), classCount);
  const around = (of: (places: readonly number[]) => number): Floor => {
    const {low, high} = intervalAround(of([...asked.keys()]), halves.map(of));
    return {low: Math.max(0, low), high};
  };
  return {spread: around(spread), trace: around(trace)};
}

/** What as many real pictures score, by the number of noises. They are looked at once, when the first one asks. */
export function realFloors(classifier: Classifier, test: ImageDataset, random: Random) {
  const images = firstPictures(test.images, realCount);
  const labels = test.labels.slice(0, realCount);
  const chance = random.state();
  let right: Promise<Uint8Array> | undefined;
  const look = async () => rightOnes(labels, (await classified(classifier, images)).logits);
  return async (noises: number) => {
    right ??= look();
    const again = Random.from(chance);
    const count = noises * classCount;
    const {low, high} = shareFloor(await right, count, draws, again.fork("agreement"));
    return {
      spread: classSpreadFloor(images, labels, noises, again.fork("spread"), draws),
      agreement: {low: 100 * low, high: 100 * high},
      trace: {low: 100, high: 100},
    };
  };
}
