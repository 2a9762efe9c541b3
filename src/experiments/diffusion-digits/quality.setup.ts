/** How good, varied and new the pictures of a flow are, each number with its floor. */
import type {ImageDataset} from "../../lib/datasets/dataset.js";
import {firstPictures} from "../../lib/image.js";
import {classCoverage} from "../../lib/metrics/class-coverage.js";
import {coverageInterval} from "../../lib/metrics/coverage-interval.js";
import {inPerCent} from "../../lib/metrics/floor.js";
import {nearCopyFloor, nearestDistances, shareBelow} from "../../lib/metrics/near-copies.js";
import {classCount} from "../../lib/models/classifier.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import type {Measured} from "../../lib/training/setup.js";
import {measuredCount} from "../shared/digit-flow/digit-flow.js";
import type {Asking, Drawer} from "../shared/digit-flow/drawn-digits.setup.js";
import type {FlowJudge} from "../shared/digit-flow/flow-judge.setup.js";
import {usualGuidance} from "./diffusion-params.js";
import {comparedCount, type diffusionDigits} from "./experiment.js";

/** What is measured is always drawn like this, whatever the reader sees. */
const measuredAsking: Asking = {sampler: "heun", steps: 5, eta: 0, guidance: usualGuidance};

/** The measurement of what `drawer` draws, which has learned from `train`. */
export async function flowQuality(
  judge: FlowJudge,
  drawer: Drawer,
  train: ImageDataset,
): Promise<Measured<ExchangeOf<typeof diffusionDigits>>> {
  const real = await judge.scores();
  const {images, seen, right, distance, interval} = await judge.judged(drawer, measuredAsking);
  const some = firstPictures(images, comparedCount);
  const copies = shareBelow(nearestDistances(some, train.images), real.copyLimit);
  const {covered, counts} = classCoverage(seen.probabilities, classCount);
  return {
    scalars: {
      frechet: distance,
      coverage: covered,
      agreement: (100 * right) / measuredCount,
      copies: 100 * copies,
      samples: measuredCount,
    },
    floors: {
      frechet: real.frechet,
      coverage: {low: classCount, high: classCount},
      agreement: inPerCent(real.agreement),
      copies: inPerCent(nearCopyFloor(comparedCount)),
    },
    intervals: {frechet: interval, coverage: coverageInterval(counts, measuredCount)},
    arrays: {},
  };
}
