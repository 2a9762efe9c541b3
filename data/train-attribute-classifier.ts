/**
 * `npx tsx data/train-attribute-classifier.ts`: trains the judge of lib/models/attribute-classifier.ts on the drawn faces, on
 * TF.js' wasm back end under Node, and writes `data/classifier-faces.bin.gz` with its entry in the manifest: the weights as bytes, and
 * the statistics of the training pictures' features.
 */
import {readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import zopfli from "@gfx/zopfli";
import {packBundle} from "../lib/bundle.js";
import {type AttributeDataset, attributeDataset} from "../lib/datasets/attribute-dataset.js";
import {faces} from "../lib/datasets/faces.js";
import {toFloats} from "../lib/image.js";
import {type AttributeAgreement, attributeAgreement} from "../lib/metrics/attribute-agreement.js";
import {
  type AttributeAnswers,
  attributeNetwork,
  classifyAttributes,
  featureCount,
} from "../lib/models/attribute-classifier.js";
import {featuresAndLogits, namedWeights, setNamedWeights} from "../lib/models/classifier.js";
import {initialise} from "../lib/models/initial-weights.js";
import {dequantise, quantise} from "../lib/models/quantised.js";
import {indexBatches} from "../lib/pipeline/batches.js";
import {Random} from "../lib/random.js";
import * as tf from "../lib/tf.js";
import {useWasm} from "../tools/runs/start-run.js";
import {attributeStep} from "./attribute-step.js";
import {referenceArrays} from "./reference-arrays.js";
import {softenedBatch} from "./soften.js";
import {readManifest, writeData} from "./write-manifest.js";

const seed = 1;
const steps = 500;
const batchSize = 64;
const peakRate = 0.002;
const warmUpSteps = 100;
const softening = {share: 0.5, noise: 0.05};

await useWasm();
const [train, test] = [readFaces("train"), readFaces("test")];
const network = attributeNetwork(faces.attributes);
initialise(network, new Random(seed).fork("weights"), "he");
await trainNetwork();
const outputs = featuresAndLogits(network);
const exact = agreement(test, await answersOn(test)).mean;
const weights = quantise(await namedWeights(network));
setNamedWeights(network, dequantise(weights));
const [onTrain, onTest] = [await answersOn(train), await answersOn(test)];
const packed = agreement(test, onTest);
console.log(`mean test accuracy ${packed.mean} as bytes, ${exact} as floats`);
const random = new Random(seed).fork("floor");
const reference = referenceArrays(onTrain.features, onTest.features, featureCount, random);
await save(packed);

async function trainNetwork(): Promise<void> {
  const random = new Random(seed);
  const batches = indexBatches(train.images.shape[0], batchSize, random.fork("batches"));
  const changes = random.fork("softening");
  const optimizer = tf.train.adam(peakRate);
  for (let step = 0; step < steps; step++) {
    const indices = batches.next();
    const images = tf.tensor4d(softenedBatch(train.images, indices, softening, changes), [
      batchSize,
      ...(train.images.shape.slice(1) as [number, number, number]),
    ]);
    const labels = tf.tensor2d(labelRows(indices), [batchSize, faces.attributes.length], "int32");
    Object.assign(optimizer, {learningRate: rateAt(step)});
    const loss = await attributeStep(network, optimizer, faces.attributes, images, labels);
    tf.dispose([images, labels]);
    if (step % 100 === 99) console.log(step + 1, loss.toFixed(3));
  }
  optimizer.dispose();
}

function labelRows(indices: Uint32Array): Int32Array {
  const width = faces.attributes.length;
  return Int32Array.from({length: indices.length * width}, (_, i) => {
    const index = indices[Math.floor(i / width)]!;
    return train.labels[index * width + (i % width)]!;
  });
}

/** Linear up in the first steps, then linear down to 0. */
function rateAt(step: number): number {
  return peakRate * Math.min((step + 1) / warmUpSteps, (steps - step) / (steps - warmUpSteps));
}

function answersOn({images}: AttributeDataset): Promise<AttributeAnswers> {
  return classifyAttributes(outputs, faces.attributes, toFloats(images));
}

function agreement({labels}: AttributeDataset, {choices}: AttributeAnswers): AttributeAgreement {
  return attributeAgreement(labels, choices, faces.attributes.length);
}

function readFaces(part: "train" | "test"): AttributeDataset {
  const {file} = readManifest().files[`faces-${part}`]!;
  const bytes = gunzipSync(readFileSync(new URL(file, import.meta.url)));
  return attributeDataset(faces, bytes);
}

async function save({byAttribute, mean}: AttributeAgreement): Promise<void> {
  const bundle = packBundle({classifier: faces.name}, {...weights, ...reference});
  const {title, source, author, licence} = readManifest().files["faces-train"]!;
  const accuracies = faces.attributes.map(({name}, a) => [
    `testAccuracy:${name}`,
    round(byAttribute[a]!.share),
  ]);
  const entry = writeData("classifier-faces", await zopfli.gzipAsync(bundle, {numiterations: 15}), {
    file: "classifier-faces.bin.gz",
    title: `weights of a classifier of ${faces.title}, for all attributes at once`,
    shape: [bundle.length],
    source: {title: `trained here on: ${title}`, url: source.url, version: source.version},
    author: `From Noise authors; drawings by ${author}`,
    licence: "MIT",
    licenceNote: `The weights were learned from pictures under another licence: ${licence}.`,
    script: "npx tsx data/train-attribute-classifier.ts",
    details: {
      ...Object.fromEntries(accuracies),
      meanTestAccuracy: round(mean),
      testPictures: test.images.shape[0],
      parameters: network.countParams(),
      seed,
      steps,
      batchSize,
      processorSeconds: Math.round(process.cpuUsage().user / 1e6),
      trained: "TF.js, wasm back end, Node",
    },
  });
  console.log(`${entry.file}: ${entry.bytes} bytes, mean ${mean}`, accuracies);
}

function round(share: number): number {
  return Math.round(share * 1e4) / 1e4;
}
