import type {ImageDataset} from "../../lib/datasets/dataset.js";
import {firstOf} from "../../lib/datasets/split.js";
import {toFloats} from "../../lib/image.js";
import {accuracy, topClasses} from "../../lib/metrics/accuracy.js";
import {inChunks} from "../../lib/models/in-chunks.js";
import {RegularisedClassifier} from "../../lib/models/regularised-classifier.js";
import {labelledBatches} from "../../lib/pipeline/labelled-batches.js";
import type * as tf from "../../lib/tf.js";
import type {MakeSetup} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {anyPictures, enoughFor, probed} from "../shared/any-pictures.setup.js";
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
      const {loss, spread, share, low, high} = await fitOn(validation);
      return {
        scalars: {validationLoss: loss, validationAccuracy: 100 * share},
        floors: {
          validationLoss: {low: Math.max(loss - spread, 1e-6), high: loss + spread},
          validationAccuracy: {low: 100 * low, high: 100 * high},
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

/** Mean cross-entropy with half the width of its 95 % interval, and the share that is right with its own. */
async function fitOf(network: tf.LayersModel, {images, labels, classNames}: ImageDataset) {
  const classes = classNames.length;
  const [logits] = await inChunks(toFloats(images), {widths: [classes], chunk: 500}, (batch) => [
    network.predictOnBatch(batch) as tf.Tensor,
  ]);
  const losses = Array.from(labels, (label, i) =>
    surprise(logits!.subarray(i * classes, (i + 1) * classes), label),
  );
  const loss = losses.reduce((sum, each) => sum + each, 0) / losses.length;
  const variance = losses.reduce((sum, each) => sum + (each - loss) ** 2, 0) / losses.length;
  const spread = 1.96 * Math.sqrt(variance / losses.length);
  return {loss, spread, ...accuracy(labels, topClasses(logits!, classes))};
}

/** -ln of the softmax's share of `label`. */
function surprise(logits: Float32Array, label: number): number {
  const top = Math.max(...logits);
  const sum = logits.reduce((all, each) => all + Math.exp(each - top), 0);
  return Math.log(sum) + top - logits[label]!;
}
