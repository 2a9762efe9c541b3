import type {NamedArrays} from "../../lib/array.js";
import type {ImageDataset} from "../../lib/datasets/dataset.js";
import {firstOf} from "../../lib/datasets/split.js";
import {wrongLabels} from "../../lib/datasets/wrong-labels.js";
import {type Images, pick, toFloats} from "../../lib/image.js";
import {accuracy, topClasses} from "../../lib/metrics/accuracy.js";
import {blindAccuracy} from "../../lib/metrics/blind-answer.js";
import {confusionMatrix, worstMistakes} from "../../lib/metrics/confusion-matrix.js";
import {inPerCent} from "../../lib/metrics/floor.js";
import {classCount, classify, featuresAndLogits} from "../../lib/models/classifier.js";
import {SupervisedClassifier} from "../../lib/models/supervised-classifier.js";
import {labelledBatches} from "../../lib/pipeline/labelled-batches.js";
import {Remembered} from "../../lib/remembered.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import type {MakeSetup, SetupContext} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {anyPictures, enoughFor, probed} from "../shared/any-pictures.setup.js";
import {countOf, floatsOf} from "../shared/picture-answers.setup.js";
import {pictureProbe} from "../shared/probe.setup.js";
import {type digitClassifier, testCount} from "./experiment.js";

/** Mistakes in a picture of the run. */
const mostMistakes = 60;

type Context = SetupContext<typeof digitClassifier.params>;

/**
 * The worker's side of `digit-classifier`. A picture is what the network makes of the test: `confusion` [10, 10], true
 * classes in rows, and the worst of its mistakes: `mistakes` [m, 28, 28, 1], bytes, with `truths`, `predictions` and
 * `confidences` [m]. It answers `classify`: `pictures` [n, 28, 28, 1] in [-1, 1] -> `probabilities` [n, 10].
 */
export const makeDigitClassifier: MakeSetup<typeof digitClassifier> = async (context) => {
  const {params, random, files} = context;
  const {train, test} = anyPictures(files, {...params, testCount, leastLabels: 2});
  const count = Math.min(params.trainingCount, train.labels.length);
  const model = new SupervisedClassifier(params, random.fork("weights"));
  const outputs = featuresAndLogits(model.networks.classifier);
  const learned = withWrongLabels(firstOf(train, count), context);
  const batches = labelledBatches(
    enoughFor(params.batchSize, learned),
    params,
    random.fork("batches"),
  );
  const testFloats = toFloats(test.images);
  const answers = new Remembered<Float32Array>();
  const testNow = () =>
    answers.of(model.version, async () => (await classify(outputs, testFloats)).probabilities);
  return {
    ...trainedOn(model, batches),
    snapshot: async () => testPicture(test, await testNow()),
    measure: async () => measurement(test, await testNow()),
    answers: {
      classify: async (inputs) => {
        const {probabilities, count} = await classify(outputs, picturesOf(inputs));
        return {probabilities: {data: probabilities, shape: [count, classCount]}};
      },
    },
    probe: () => pictureProbe(probed(test)),
    cadence: {measureSteps: 50, checkpointSteps: 50},
    dispose: () => model.dispose(),
  };
};

/** The arrays are given away, so they are made anew each time. */
function testPicture(
  {images, labels}: ImageDataset,
  probabilities: Float32Array,
): ExchangeOf<typeof digitClassifier>["snapshot"] {
  const predicted = topClasses(probabilities, classCount);
  const mistakes = worstMistakes(labels, probabilities, classCount, mostMistakes);
  const shape = [mistakes.length];
  return {
    confusion: {
      data: confusionMatrix(labels, predicted, classCount),
      shape: [classCount, classCount],
    },
    mistakes: pick(
      images,
      mistakes.map(({index}) => index),
    ),
    truths: {data: Uint8Array.from(mistakes, ({truth}) => truth), shape},
    predictions: {data: Uint8Array.from(mistakes, ({predicted: p}) => p), shape},
    confidences: {data: Float32Array.from(mistakes, ({confidence}) => confidence), shape},
  };
}

/** In per cent. */
function measurement({labels}: ImageDataset, probabilities: Float32Array) {
  const found = accuracy(labels, topClasses(probabilities, classCount));
  const {share, right, count} = found;
  return {
    scalars: {testAccuracy: 100 * share, right, count},
    floors: {testAccuracy: inPerCent(blindAccuracy(labels))},
    intervals: {testAccuracy: inPerCent(found)},
    arrays: {},
  };
}

function picturesOf(inputs: NamedArrays): Images {
  const data = floatsOf(inputs, "pictures");
  const [count, h = 0, w = 0, c = 0] = inputs.pictures!.shape;
  return {data, shape: [countOf(count), h, w, c]};
}

function withWrongLabels(dataset: ImageDataset, {params, random}: Context): ImageDataset {
  const classes = dataset.classNames.length;
  const labels = wrongLabels(dataset.labels, classes, params.labelNoise, random.fork("labels"));
  return {...dataset, labels};
}
