import type {ImageDataset} from "../../lib/datasets/dataset.js";
import {firstOf} from "../../lib/datasets/split.js";
import {blindAccuracy, blindLoss} from "../../lib/metrics/blind-answer.js";
import {inPerCent} from "../../lib/metrics/floor.js";
import {RegularisedClassifier} from "../../lib/models/regularised-classifier.js";
import {labelledBatches} from "../../lib/pipeline/labelled-batches.js";
import type {MakeSetup} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {anyPictures, enoughFor, probed} from "../shared/any-pictures.setup.js";
import {fitOf} from "../shared/fit.setup.js";
import {pictureProbe} from "../shared/probe.setup.js";
import {small, smallSide} from "../shared/small-pictures.setup.js";
import {type epochs, lookSteps, validationCount} from "./experiment.js";

const batchSize = 20;

/** The worker's side of `epochs`. */
export const makeEpochs: MakeSetup<typeof epochs> = async (context) => {
  const {params, random, files} = context;
  const {dataset} = params;
  const {train, test} = anyPictures(files, {dataset, testCount: validationCount, leastLabels: 2});
  const learned = small(firstOf(train, Math.min(params.pictures, train.labels.length)));
  const validation = small(test);
  const model = new RegularisedClassifier(
    {
      ...params,
      ...{side: smallSide, layers: 1, outputs: learned.classNames.length},
      ...{activation: "relu", gain: 1},
    },
    random.fork("weights"),
  );
  const fitOn = (dataset: ImageDataset) => fitOf(model.networks.classifier, dataset);
  return {
    ...trainedOn(
      model,
      labelledBatches(
        enoughFor(batchSize, learned),
        {...params, batchSize},
        random.fork("batches"),
      ),
    ),
    async snapshot() {
      const {loss, share} = await fitOn(learned);
      return {fit: {data: Float32Array.of(loss, 100 * share), shape: [2]}};
    },
    async measure() {
      const {loss, lossInterval, share, low, high, count: n} = await fitOn(validation);
      return {
        scalars: {validationLoss: loss, validationAccuracy: 100 * share},
        floors: {
          validationLoss: blindLoss(validation.labels),
          validationAccuracy: inPerCent(blindAccuracy(validation.labels)),
        },
        intervals: {
          validationLoss: {...lossInterval, n},
          validationAccuracy: {...inPerCent({low, high}), n},
        },
        arrays: {},
      };
    },
    answers: {},
    probe: () => pictureProbe(probed(validation)),
    cadence: {measureSteps: lookSteps, checkpointSteps: 50},
    dispose: () => model.dispose(),
  };
};
