/** How good, varied and new the pictures of a flow are, each number with its floor. */

import type {ImageDataset} from "../../lib/datasets/dataset.js";
import {firstPictures, toBytes} from "../../lib/image.js";
import {classCoverage} from "../../lib/metrics/class-coverage.js";
import {nearCopyFloor, nearestDistances, shareBelow} from "../../lib/metrics/near-copies.js";
import {type Classifier, classCount} from "../../lib/models/classifier.js";
import type {FlowModel} from "../../lib/models/flow/flow-model.js";
import {Random} from "../../lib/random.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import type {Measured} from "../../lib/training/setup.js";
import {comparedCount, type diffusionDigits, measuredCount} from "./experiment.js";
import {type Asking, pictures, side} from "./sampled.setup.js";
import {
  classified,
  distanceTo,
  type RealScores,
  realScores,
  rightOnes,
} from "./small-pictures.setup.js";

interface Judged {
  readonly model: FlowModel;
  readonly classifier: Classifier;
  readonly train: ImageDataset;
  readonly test: ImageDataset;
}

/** What is measured is always drawn like this, whatever the reader sees. */
const measuredAsking: Asking = {sampler: "heun", steps: 5, eta: 0, guidance: 1};

/** Measures always the same noise, so that a change of the numbers is one of the network. Real pictures are looked at once. */
export function flowQuality({model, classifier, train, test}: Judged, random: Random) {
  const labels = Array.from({length: measuredCount}, (_, i) => i % classCount);
  const start = random.fork("measure").normals(measuredCount * side * side);
  let real: Promise<RealScores> | undefined;
  const scores = () => {
    real ??= realScores(classifier, train, test, random.fork("floors"));
    return real;
  };
  const drawn = async (asking: Asking) =>
    toBytes(await pictures(model, {start, labels, chance: new Random(1)}, asking));
  return {
    async measure(): Promise<Measured<ExchangeOf<typeof diffusionDigits>>> {
      const known = await scores();
      const images = await drawn(measuredAsking);
      const seen = await classified(classifier, images);
      const right = rightOnes(labels, seen.logits).reduce((sum, one) => sum + one, 0);
      const some = firstPictures(images, comparedCount);
      const copies = shareBelow(nearestDistances(some, train.images), known.copyLimit);
      return {
        scalars: {
          frechet: distanceTo(known, seen),
          coverage: classCoverage(seen.probabilities, classCount).covered,
          agreement: (100 * right) / measuredCount,
          copies: 100 * copies,
          samples: measuredCount,
        },
        floors: {
          frechet: known.frechet,
          coverage: {low: classCount, high: classCount},
          agreement: inPerCent(known.agreement),
          copies: inPerCent(nearCopyFloor(comparedCount)),
        },
        arrays: {},
      };
    },
    /** The distance of pictures drawn as `asking` says, and its floor. */
    async distance(asking: Asking) {
      const known = await scores();
      const distance = distanceTo(known, await classified(classifier, await drawn(asking)));
      const {low, high} = known.frechet;
      return {
        distance: {data: Float32Array.of(distance), shape: [1]},
        floor: {data: Float32Array.of(low, high), shape: [2]},
      };
    },
  };
}

function inPerCent({low, high}: {readonly low: number; readonly high: number}) {
  return {low: 100 * low, high: 100 * high};
}
