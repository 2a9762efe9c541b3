import {toBytes, toFloats} from "../../lib/image.js";
import {topClasses} from "../../lib/metrics/accuracy.js";
import {classCount} from "../../lib/models/classifier.js";
import {dcgan} from "../../lib/models/dcgan.js";
import {generateImages} from "../../lib/models/generate.js";
import {labelledBatches} from "../../lib/pipeline/labelled-batches.js";
import {Random} from "../../lib/random.js";
import type * as tf from "../../lib/tf.js";
import type {MakeSetup} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {enoughFor, judgeIn, setIn, unjudged} from "../shared/any-pictures.setup.js";
import {judgedSamples} from "../shared/gan/judged-samples.setup.js";
import {nearestAnswer} from "../shared/picture-answers.setup.js";
import {latentProbe, pictureProbe} from "../shared/probe.setup.js";
import {picturesIn} from "../shared/run-files.setup.js";
import {type Asking, askedClasses, askedNames, firstAsked, handsOf} from "./asked-classes.js";
import {type Asked, askedQuality} from "./asked-quality.setup.js";
import {type AskedPictures, type conditionalGan, sheetColumns} from "./experiment.js";

/** Pictures of each class in a measurement. */
const measuredPerClass = 50;

/**
 * The worker's side of `conditional-gan`. A picture is a sheet, `samples` [80, 28, 28, 1] where there are ten classes, bytes, a row of 8 for each
 * class with the same noise down a column, and `scores` [80]: the judge's probability of real, told the class. With it come the pictures that
 * the reader asks for. It answers `nearest` (see picture-answers.setup.ts).
 */
export const makeConditionalGan: MakeSetup<typeof conditionalGan> = async ({
  params,
  random,
  files,
}) => {
  const {latentSize} = params;
  const dataset = setIn(files, params.dataset, 2);
  const classes = dataset.classNames.length;
  const classifier = judgeIn(files, params.dataset);
  const model = dcgan({...params, classes}, random.fork("weights"));
  const {generator} = model.networks;
  const drawn = (noise: Float32Array, labels: Uint8Array) =>
    draw(generator, noise, {labels, classes});
  const rows = random.fork("noise").normals(sheetColumns * latentSize);
  const sheet = {noise: repeated(rows, classes), labels: rowsOfClasses(sheetColumns, classes)};
  const measured = {
    noise: random.fork("measure").normals(measuredPerClass * classes * latentSize),
    labels: rowsOfClasses(measuredPerClass, classes),
  };
  const batches = labelledBatches(
    enoughFor(params.batchSize, dataset),
    {batchSize: params.batchSize, shift: 0},
    random.fork("batches"),
  );
  const names = askedNames(params.dataset, dataset.classNames);
  let asking: Asking = params;
  const drawnAsAsked = async (): Promise<Partial<AskedPictures>> => {
    const wanted = classesIn(asking.asked || firstAsked(params.dataset, names), names);
    if (wanted.length === 0) return {};
    const noise = noiseOf(handsOf(wanted.length, asking), latentSize);
    const {images} = await drawn(noise, wanted);
    const shape = [wanted.length];
    const asked = {asked: images, classes: {data: wanted, shape}};
    if (!classifier) return asked;
    const {logits} = await classifier.classify(toFloats(images));
    return {...asked, seen: {data: topClasses(logits, classCount), shape}};
  };
  return {
    ...trainedOn(model, batches),
    sample(sampling) {
      asking = sampling;
    },
    async snapshot() {
      const {images, labels} = await drawn(sheet.noise, sheet.labels);
      const judged = await judgedSamples(model, toFloats(images), {labels, classes});
      return {...judged, ...(await drawnAsAsked())};
    },
    measure: classifier
      ? askedQuality(
          classifier,
          () => drawn(measured.noise, measured.labels),
          picturesIn(files, params.dataset, "test"),
          random,
        )
      : unjudged,
    answers: {
      nearest: (inputs) => nearestAnswer(dataset, inputs),
    },
    probe: (network) =>
      network === "generator"
        ? latentProbe(
            withClasses(sheet.noise, {labels: sheet.labels, classes}),
            latentSize + classes,
          )
        : pictureProbe(dataset.images),
    cadence: {measureSteps: 100, checkpointSteps: 50},
    dispose() {
      model.dispose();
      classifier?.dispose();
    },
  };
};

/** Labels [n] of so many classes. */
interface Wanted {
  readonly labels: Uint8Array;
  readonly classes: number;
}

/** What the generator makes of `noise` [n, latentSize] when asked for `wanted`. */
async function draw(
  generator: tf.LayersModel,
  noise: Float32Array,
  wanted: Wanted,
): Promise<Asked> {
  const images = toBytes(await generateImages(generator, withClasses(noise, wanted)));
  return {images, labels: wanted.labels};
}

/** The generator's inputs: each row of noise, then its class as a one-hot row. */
function withClasses(noise: Float32Array, {labels, classes}: Wanted): Float32Array {
  const latentSize = noise.length / labels.length;
  const width = latentSize + classes;
  const inputs = new Float32Array(labels.length * width);
  for (const [i, label] of labels.entries()) {
    inputs.set(noise.subarray(i * latentSize, (i + 1) * latentSize), i * width);
    inputs[i * width + latentSize + label] = 1;
  }
  return inputs;
}

/** The classes that are asked for in words; none where these cannot be read. */
function classesIn(asked: string, classNames: readonly string[]): Uint8Array {
  try {
    return Uint8Array.from(askedClasses(asked, classNames));
  } catch {
    return new Uint8Array();
  }
}

/** The noise of each hand: the same for the same number. */
function noiseOf(hands: readonly number[], latentSize: number): Float32Array {
  const noise = new Float32Array(hands.length * latentSize);
  for (const [i, hand] of hands.entries())
    noise.set(new Random(hand).fork("hand").normals(latentSize), i * latentSize);
  return noise;
}

/** 0 `perClass` times, then 1 as often, and so on. */
function rowsOfClasses(perClass: number, classes: number): Uint8Array {
  return Uint8Array.from({length: perClass * classes}, (_, i) => Math.floor(i / perClass));
}

function repeated(values: Float32Array, times: number): Float32Array {
  const all = new Float32Array(values.length * times);
  for (let i = 0; i < times; i++) all.set(values, i * values.length);
  return all;
}
