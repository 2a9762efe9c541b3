/** How far the digits of a flow are from real ones. */
import type {ImageDataset} from "../../../lib/datasets/dataset.js";
import {type ByteImages, toBytes} from "../../../lib/image.js";
import {frechetWithInterval, type MeasuredDistance} from "../../../lib/metrics/frechet-interval.js";
import {type Classification, type Classifier, classCount} from "../../../lib/models/classifier.js";
import {Random} from "../../../lib/random.js";
import {measuredCount, side} from "./digit-flow.js";
import {type Asking, type Drawer, pictures} from "./drawn-digits.setup.js";
import {classified, type RealScores, realScores, rightOnes} from "./small-pictures.setup.js";

/** Pictures as they are measured: equally many of each digit, `labels`. */
export interface Judged extends MeasuredDistance {
  readonly labels: readonly number[];
  readonly images: ByteImages;
  readonly seen: Classification;
  /** Of them, those in which the classifier sees what was asked for. */
  readonly right: number;
}

interface Judging {
  readonly classifier: Classifier;
  readonly train: ImageDataset;
  readonly test: ImageDataset;
}

/** Draws always from the same noise, so that a change of the numbers is one of the network. Real pictures are looked at once. */
export function flowJudge({classifier, train, test}: Judging, random: Random) {
  const labels = Array.from({length: measuredCount}, (_, i) => i % classCount);
  const start = random.fork("measure").normals(measuredCount * side * side);
  let real: Promise<RealScores> | undefined;
  const scores = () => {
    real ??= realScores(classifier, train, test, random.fork("floors"));
    return real;
  };
  return {
    /** Of real pictures. */
    scores,
    /** What `drawer` draws as `asking` says. */
    async judged(drawer: Drawer, asking: Asking): Promise<Judged> {
      const beginning = {start, labels, chance: new Random(1)};
      const images = toBytes(await pictures(drawer, beginning, asking));
      const seen = await classified(classifier, images);
      const right = rightOnes(labels, seen.logits).reduce((sum, one) => sum + one, 0);
      const {reference} = await scores();
      const far = frechetWithInterval(seen.features, reference, random);
      return {labels, images, seen, right, ...far};
    },
  };
}

export type FlowJudge = ReturnType<typeof flowJudge>;
