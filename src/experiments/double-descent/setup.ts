import type {ImageDataset} from "../../lib/datasets/dataset.js";
import {firstOf} from "../../lib/datasets/split.js";
import {wrongLabels} from "../../lib/datasets/wrong-labels.js";
import {type ByteImages, halved, pick, toFloats} from "../../lib/image.js";
import {accuracy, topClasses} from "../../lib/metrics/accuracy.js";
import {blindAccuracy} from "../../lib/metrics/blind-answer.js";
import {type Floor, inPerCent} from "../../lib/metrics/floor.js";
import {modelWith} from "../../lib/models/model-with.js";
import {RandomFeatures} from "../../lib/models/random-features.js";
import {sampleBatches} from "../../lib/pipeline/batches.js";
import {Remembered} from "../../lib/remembered.js";
import type {MakeSetup} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {anyPictures} from "../shared/any-pictures.setup.js";
import {latentProbe} from "../shared/probe.setup.js";
import {type doubleDescent, shownCount, testCount} from "./experiment.js";
import {widthsOf} from "./widths.js";

/** The worker's side of `double-descent`. The model has its pictures from the start and learns from all of them in every step. */
export const makeDoubleDescent: MakeSetup<typeof doubleDescent> = async (context) => {
  const {params, random, files} = context;
  const {train, test} = anyPictures(files, {...params, testCount, leastLabels: 2});
  const learned = firstOf(train, atMost(params.pictures, train));
  const classes = learned.classNames.length;
  const labels = wrongLabels(learned.labels, classes, params.labelNoise, random.fork("labels"));
  const pixels = smallPixels(learned.images);
  const size = pixels.length / params.pictures;
  const model = new RandomFeatures(
    {pixels, labels},
    {widths: widthsOf(params.pictures), ridge: 10 ** params.ridgePower, classes},
    random.fork("features"),
  );
  const tested = model.featuresOf(smallPixels(test.images), test.labels.length);
  const answers = new Remembered<Uint8Array>();
  const saidOfTest = () =>
    answers.of(model.version, async () => classesIn(await model.answers(tested), classes));
  const shown = firstWrong(learned, labels);
  return {
    ...trainedOn(
      modelWith(model, {
        async step() {
          const {readoutLength} = await model.step();
          const {share} = accuracy(labels, classesIn(await model.fitted(), classes));
          return {trainError: 100 * (1 - share), readoutLength};
        },
      }),
      sampleBatches(() => pixels.slice(), [params.pictures, size], random),
    ),
    async snapshot() {
      const said = classesIn(await model.fitted(), classes);
      return {
        pictures: pick(learned.images, shown),
        truths: ofShown(learned.labels, shown),
        told: ofShown(labels, shown),
        said: ofShown(said, shown),
      };
    },
    async measure() {
      const found = accuracy(test.labels, await saidOfTest());
      const {share, right, count} = found;
      return {
        scalars: {testError: 100 * (1 - share), right, count},
        floors: {testError: errorOf(blindAccuracy(test.labels))},
        intervals: {testError: errorOf(found)},
        arrays: {},
      };
    },
    answers: {},
    probe: () => latentProbe(pixels, size),
    cadence: {measureSteps: 1, checkpointSteps: 1},
    dispose() {
      tested.dispose();
      model.dispose();
    },
  };
};

/** What is wrong, in per cent, where so much is right. */
function errorOf({low, high}: Floor): Floor {
  return inPerCent({low: 1 - high, high: 1 - low});
}

/** `wanted`, if there are so many: the threshold lies where they are, so fewer would be another experiment. */
function atMost(wanted: number, {labels}: ImageDataset): number {
  if (labels.length >= wanted) return wanted;
  throw new RangeError(
    `too few pictures to learn from: ${labels.length} (“Pictures to learn from” is ${wanted}: choose fewer, or add some)`,
  );
}

/** At half the side, from 0 to 1, [n, 196]. */
function smallPixels(images: ByteImages): Float32Array {
  return halved(toFloats(images)).data.map((value) => (value + 1) / 2);
}

function classesIn(answers: Float64Array, classes: number): Uint8Array {
  return topClasses(Float32Array.from(answers), classes);
}

/** Of the pictures learned from those that are shown: wrongly labelled ones as far as there are, then others. */
function firstWrong({labels}: ImageDataset, told: Uint8Array): readonly number[] {
  const all = [...labels.keys()];
  const isWrong = (i: number) => told[i] !== labels[i];
  return [...all.filter(isWrong), ...all.filter((i) => !isWrong(i))].slice(0, shownCount);
}

function ofShown(values: Uint8Array, shown: readonly number[]) {
  return {data: Uint8Array.from(shown, (i) => values[i]!), shape: [shownCount]};
}
