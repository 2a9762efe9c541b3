/** The pictures before the first step of a climb. */
import type {ImageDataset} from "../../lib/datasets/dataset.js";
import {type ByteImages, firstPictures, type Images, pick, toFloats} from "../../lib/image.js";
import {type Classifier, classCount} from "../../lib/models/classifier.js";
import type {Random} from "../../lib/random.js";
import {surestOfEach} from "../shared/judging/surest.js";
import type {foolTheMetric} from "./experiment.js";
import {fooledCount} from "./fooled-params.js";

export type Start = keyof (typeof foolTheMetric.params.start)["options"];

/** What it may be made of. */
export interface StartSource {
  readonly judge: Classifier;
  readonly train: ImageDataset;
  /** Real pictures that nothing was learned from and nothing is compared with. */
  readonly fresh: ByteImages;
}

/** Among so many training pictures the most perfect ones are looked for. */
const candidates = 1000;
/** Of the noise; 2 is from black to white. */
const loudness = 0.5;

/** [128, 28, 28, 1] in [-1, 1] */
export async function startPictures(
  start: Start,
  {judge, train, fresh}: StartSource,
  random: Random,
): Promise<Images> {
  if (start === "noise") return noise(random);
  if (start === "real") return toFloats(firstPictures(fresh, fooledCount));
  const some = firstPictures(train.images, candidates);
  const best = surestOfEach((await judge.classify(toFloats(some))).probabilities, classCount);
  const dealt = Array.from({length: fooledCount}, (_, i) => best[i % classCount]!);
  return toFloats(pick(some, dealt));
}

/** Light specks on black. */
function noise(random: Random): Images {
  const data = random
    .normals(fooledCount * 28 * 28)
    .map((value) => Math.min(1, loudness * Math.abs(value) - 1));
  return {data, shape: [fooledCount, 28, 28, 1]};
}
