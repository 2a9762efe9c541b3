import type {ImageDataset} from "../../lib/datasets/dataset.js";
import {pick, toFloats} from "../../lib/image.js";
import {accuracy, topClasses} from "../../lib/metrics/accuracy.js";
import {blindAccuracy} from "../../lib/metrics/blind-answer.js";
import {inPerCent} from "../../lib/metrics/floor.js";
import {classCount, classify, featuresAndLogits} from "../../lib/models/classifier.js";
import {SupervisedClassifier} from "../../lib/models/supervised-classifier.js";
import {labelledBatches} from "../../lib/pipeline/labelled-batches.js";
import type {MakeSetup} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {enoughFor} from "../shared/any-pictures.setup.js";
import {heldOut} from "../shared/held-out.setup.js";
import {labelSheet} from "../shared/label-sheet.js";
import {pictureProbe} from "../shared/probe.setup.js";
import {picturesIn} from "../shared/run-files.setup.js";
import {keptRows, type mendSet, takenRows, testCount} from "./experiment.js";
import {mended} from "./mended-set.setup.js";
import {spoiltDigits} from "./spoilt-digits.js";

/** Channels of the classifier's first convolution. */
const width = 6;

/** The worker's side of `mend-set`: a classifier learns from what three sieves leave of a spoilt set. */
export const makeMendSet: MakeSetup<typeof mendSet> = async ({params, random, files}) => {
  const {train, test} = heldOut(picturesIn(files, "digits"), testCount);
  const set = spoiltDigits(train, random.fork("spoilt"));
  const {kept, taken} = mended(set, params);
  const lost = [...taken.apart, ...taken.sharpness, ...taken.agreeing];
  if (kept.length === 0)
    throw new RangeError(
      `nothing is left of ${set.labels.length} pictures (loosen a sieve: “Apart at least”, “Sharp at least” or “Neighbours that agree”)`,
    );
  const model = new SupervisedClassifier({...params, width}, random.fork("weights"));
  const outputs = featuresAndLogits(model.networks.classifier);
  const learned = enoughFor(params.batchSize, chosen(set, kept));
  const testFloats = toFloats(test.images);
  return {
    ...trainedOn(model, labelledBatches(learned, {...params, shift: 0}, random.fork("batches"))),
    snapshot: async () => ({
      kept: labelSheet(chosen(set, kept), keptRows),
      taken: labelSheet(chosen(set, lost), takenRows),
      counts: {
        data: Uint32Array.of(
          kept.length,
          taken.apart.length,
          taken.sharpness.length,
          taken.agreeing.length,
        ),
        shape: [4],
      },
    }),
    async measure() {
      const {probabilities} = await classify(outputs, testFloats);
      const found = accuracy(test.labels, topClasses(probabilities, classCount));
      const {share, right, count} = found;
      const all = set.labels.length;
      return {
        scalars: {testAccuracy: 100 * share, kept: kept.length, right, count},
        floors: {
          testAccuracy: inPerCent(blindAccuracy(test.labels)),
          kept: {low: all, high: all},
        },
        intervals: {testAccuracy: inPerCent(found)},
        arrays: {},
      };
    },
    answers: {},
    probe: () => pictureProbe(testFloats),
    cadence: {measureSteps: 100, checkpointSteps: 50},
    dispose: () => model.dispose(),
  };
};

function chosen(set: ImageDataset, places: readonly number[]): ImageDataset {
  return {
    ...set,
    images: pick(set.images, places),
    labels: Uint8Array.from(places, (place) => set.labels[place]!),
  };
}
