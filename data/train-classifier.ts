/**
 * `npx tsx data/train-classifier.ts digits|clothes|digits-second`: trains the classifier of lib/models/classifier.ts on TF.js' wasm back
 * end under Node, and writes `data/classifier-<set>.bin.gz` with its entry in the manifest: the weights as bytes, the
 * statistics of the training pictures' features, and the floor of the Fréchet distance.
 */
import {readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import zopfli from "@gfx/zopfli";
import type {NamedArrays} from "../lib/array.js";
import {packBundle} from "../lib/bundle.js";
import type {ImageDataset} from "../lib/datasets/dataset.js";
import {imageDataset} from "../lib/datasets/image-dataset.js";
import {findImageSet} from "../lib/datasets/index.js";
import {toFloats} from "../lib/image.js";
import {accuracy, topClasses} from "../lib/metrics/accuracy.js";
import {classCoverage} from "../lib/metrics/class-coverage.js";
import {
  type Classification,
  classCount,
  classifierNetwork,
  classify,
  featureCount,
  featuresAndLogits,
  namedWeights,
  setNamedWeights,
} from "../lib/models/classifier.js";
import {classifierStep} from "../lib/models/classifier-step.js";
import {initialise} from "../lib/models/initial-weights.js";
import {dequantise, quantise} from "../lib/models/quantised.js";
import {indexBatches} from "../lib/pipeline/batches.js";
import {Random} from "../lib/random.js";
import * as tf from "../lib/tf.js";
import {useWasm} from "../tools/runs/start-run.js";
import {type Augmentation, augmentedBatch} from "./augment.js";
import {referenceArrays} from "./reference-arrays.js";
import {readManifest, writeData} from "./write-manifest.js";

const batchSize = 64;
const warmUpSteps = 100;

interface Recipe {
  /** The data set, default the recipe's name. */
  readonly set?: string;
  /** Of first weights, batches, augmentation and floor; default 1. */
  readonly seed?: number;
  readonly steps: number;
  readonly peakRate: number;
  /** Share of a weight that is taken away at each step, times the learning rate (Loshchilov & Hutter, 2019, eq. 12). */
  readonly weightDecay: number;
  readonly augmentation: Augmentation;
}

const digits: Recipe = {
  steps: 2000,
  peakRate: 0.002,
  weightDecay: 0,
  augmentation: {shift: 2, mirror: false},
};

const recipes: Readonly<Record<string, Recipe>> = {
  digits,
  // A second opinion for experiments in which the first is attacked: only chance differs.
  "digits-second": {...digits, set: "digits", seed: 2},
  clothes: {
    steps: 3000,
    peakRate: 0.003,
    weightDecay: 0.1,
    augmentation: {shift: 1, mirror: true},
  },
};

const name = process.argv[2] ?? "";
const recipe = recipes[name];
if (!recipe)
  throw new RangeError(`unknown data set: ${name} (one of ${Object.keys(recipes).join(", ")})`);
await run(name, recipe);

async function run(name: string, recipe: Recipe): Promise<void> {
  await useWasm();
  const {set = name, seed = 1} = recipe;
  const [train, test] = [readSet(set, "train"), readSet(set, "test")];
  const network = classifierNetwork();
  initialise(network, new Random(seed).fork("weights"), "he");
  const seconds = await trainNetwork(network, train, {...recipe, seed});

  const outputs = featuresAndLogits(network);
  const exact = await shareOfRight(outputs, test);
  const weights = quantise(await namedWeights(network));
  setNamedWeights(network, dequantise(weights));
  const [onTrain, onTest] = [await classifySet(outputs, train), await classifySet(outputs, test)];
  const packed = accuracy(test.labels, topClasses(onTest.logits, classCount));
  console.log(`test accuracy ${packed.share} as bytes, ${exact} as floats`);
  const coverage = classCoverage(onTest.probabilities, classCount);
  console.log(`sure of ${onTest.count - coverage.unsure} of ${onTest.count}: ${coverage.counts}`);
  await save(
    {name, set},
    {
      ...weights,
      ...referenceArrays(
        onTrain.features,
        onTest.features,
        featureCount,
        new Random(seed).fork("floor"),
      ),
    },
    {
      testAccuracy: packed.share,
      testPictures: packed.count,
      testAccuracyLow: round(packed.low),
      testAccuracyHigh: round(packed.high),
      parameters: network.countParams(),
      seed,
      steps: recipe.steps,
      batchSize,
      seconds: Math.round(seconds),
      processorSeconds: Math.round(process.cpuUsage().user / 1e6),
      trained: "TF.js, wasm back end, Node",
    },
  );
}

/** Trains with Adam; resolves to the seconds it took. */
async function trainNetwork(
  network: tf.LayersModel,
  train: ImageDataset,
  recipe: Recipe & {readonly seed: number},
): Promise<number> {
  const random = new Random(recipe.seed);
  const batches = indexBatches(train.labels.length, batchSize, random.fork("batches"));
  const changes = random.fork("augmentation");
  const optimizer = tf.train.adam(recipe.peakRate);
  const start = performance.now();
  for (let step = 0; step < recipe.steps; step++) {
    const indices = batches.next();
    const pixels = augmentedBatch(train.images, indices, recipe.augmentation, changes);
    const images = tf.tensor4d(pixels, [batchSize, 28, 28, 1]);
    const labels = tf.tensor1d(
      Int32Array.from(indices, (i) => train.labels[i]!),
      "int32",
    );
    const rate = rateAt(step, recipe);
    Object.assign(optimizer, {learningRate: rate});
    const {loss, accuracy} = await classifierStep(network, optimizer, images, labels);
    tf.dispose([images, labels]);
    shrinkKernels(network, 1 - rate * recipe.weightDecay);
    if (step % 100 === 99) console.log(step + 1, loss.toFixed(3), accuracy, since(start));
  }
  optimizer.dispose();
  return since(start);
}

/** Linear up in the first steps, then linear down to 0. */
function rateAt(step: number, {steps, peakRate}: Recipe): number {
  return peakRate * Math.min((step + 1) / warmUpSteps, (steps - step) / (steps - warmUpSteps));
}

function shrinkKernels(network: tf.LayersModel, factor: number): void {
  if (factor === 1) return;
  for (const weight of network.trainableWeights)
    if (weight.shape.length > 1) tf.tidy(() => void weight.write(tf.mul(weight.read(), factor)));
}

function since(start: number): number {
  return Math.round((performance.now() - start) / 100) / 10;
}

function readSet(name: string, split: string): ImageDataset {
  const {file} = readManifest().files[`${name}-${split}`]!;
  const bytes = gunzipSync(readFileSync(new URL(file, import.meta.url)));
  return imageDataset(findImageSet(name), bytes);
}

function classifySet(outputs: tf.LayersModel, set: ImageDataset): Promise<Classification> {
  return classify(outputs, toFloats(set.images));
}

async function shareOfRight(outputs: tf.LayersModel, set: ImageDataset): Promise<number> {
  const {logits} = await classifySet(outputs, set);
  return accuracy(set.labels, topClasses(logits, classCount)).share;
}

async function save(
  {name, set}: {readonly name: string; readonly set: string},
  arrays: NamedArrays,
  details: Readonly<Record<string, number | string>>,
): Promise<void> {
  const bundle = packBundle({classifier: name}, arrays);
  const {title, source, author, licence} = readManifest().files[`${set}-train`]!;
  const entry = writeData(
    `classifier-${name}`,
    await zopfli.gzipAsync(bundle, {numiterations: 15}),
    {
      file: `classifier-${name}.bin.gz`,
      title: `weights of a classifier of ${findImageSet(set).title}, with its features' statistics`,
      shape: [bundle.length],
      source: {title: `trained here on: ${title}`, url: source.url, version: source.version},
      author: `From Noise authors; pictures by ${author}`,
      licence: "MIT",
      licenceNote: `The weights were learned from pictures under ${licence}.`,
      script: `npx tsx data/train-classifier.ts ${name}`,
      details,
    },
  );
  console.log(`${entry.file}: ${entry.bytes} bytes`);
}

function round(share: number): number {
  return Math.round(share * 1e4) / 1e4;
}
