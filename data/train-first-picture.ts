/**
 * `npx tsx data/train-first-picture.ts`: trains the small U-Net of lib/models/flow/told-digits.ts on the 1,000 digits of `denoiser-digits` and
 * writes its averaged weights as bytes to `data/first-picture.bin.gz`. Then it draws 200 digits with each of five seeds, and counts
 * those that are nearer to one of the 1,000 than nearly all digits are that it has not learned from. About forty seconds of one
 * processor. On wasm it is the same to the last bit everywhere.
 */
import {digits} from "../lib/datasets/digits.js";
import {imageDataset} from "../lib/datasets/image-dataset.js";
import {type ByteImages, firstPictures, halved, toBytes, toFloats} from "../lib/image.js";
import {accuracy} from "../lib/metrics/accuracy.js";
import {nearCopyLimit, nearestDistances} from "../lib/metrics/near-copies.js";
import {namedWeights, setNamedWeights} from "../lib/models/classifier.js";
import {straightPath} from "../lib/models/flow/path.js";
import {pictureFlow} from "../lib/models/flow/picture-flow.js";
import {lastOf} from "../lib/models/flow/sampling.js";
import {digitsTold, toldDigits} from "../lib/models/flow/told-digits.js";
import {dequantise, quantise} from "../lib/models/quantised.js";
import {tensorBatches} from "../lib/models/tensor-batches.js";
import {labelledBatches} from "../lib/pipeline/labelled-batches.js";
import {Random} from "../lib/random.js";
import * as tf from "../lib/tf.js";
import {useWasm} from "../tools/runs/start-run.js";
import {dataFile} from "./data-file.js";
import {digitsSource} from "./digits-source.js";
import {writeWeights} from "./write-weights.js";

const [steps, batchSize, width] = [1400, 32, 16];
const trainingCount = 1000;
/** Seeds of noise, and pictures of each. */
const [seeds, drawn] = [[1, 2, 3, 4, 5], 200] as const;
const {side, classes, form} = toldDigits;

await useWasm();
const random = new Random(1);
const all = imageDataset(digits, dataFile("denoiser-digits"));
const training = firstPictures(all.images, trainingCount);
const flow = pictureFlow(
  {
    ...{side, channels: 1, width, blocks: 2, classes, ...form},
    ...{path: straightPath, kind: "velocity", timeDraw: "logit-normal", conditionDrop: 0.1},
    ...{learningRate: 0.006, decaySteps: steps, averaging: 0.99},
  },
  random.fork("weights"),
);
const network = flow.networks.denoiser;
await trainFlow();
const named = await namedWeights(network);
const isUsed = (name: string) => !name.includes("moving");
const weights = Object.fromEntries(Object.entries(named).filter(([name]) => isUsed(name)));
setNamedWeights(network, {...named, ...dequantise(quantise(weights))});
const details = {steps, batchSize, width, ...(await newness())};
console.log(details);
await writeWeights("first-picture", {
  title: `weights of a small U-Net that draws digits at half the side, learned from ${trainingCount}`,
  header: {network: "first-picture"},
  weights,
  learnedFrom: {...digitsSource.facts, title: `${digits.title}, at half the side`},
  script: "npx tsx data/train-first-picture.ts",
  details,
});

async function trainFlow(): Promise<void> {
  const labels = all.labels.slice(0, trainingCount);
  const options = {batchSize, shift: 0};
  const source = labelledBatches(
    {...all, images: training, labels},
    options,
    random.fork("batches"),
  );
  const batches = tensorBatches(source);
  const chance = random.fork("steps");
  for (let step = 1; step <= steps; step++) {
    const batch = batches.next();
    const {loss} = await flow.step(batch, chance);
    tf.dispose(Object.values(batch));
    if (step % 200 === 0) console.log(step, loss.toFixed(4));
  }
}

/** Near-copies, in per cent, and between which two values their share lies in 95 of 100 cases. */
async function newness() {
  const limit = nearCopyLimit(nearestDistances(unseen(), training));
  const counts = [];
  for (const seed of seeds) {
    const distances = nearestDistances(await drawnBy(seed), training);
    counts.push(distances.filter((distance) => distance < limit).length);
  }
  const near = counts.flatMap((count) => Array.from({length: drawn}, (_, i) => Number(i < count)));
  const {share, low, high} = accuracy(
    near.map(() => 1),
    near,
  );
  return {
    nearCopyLimit: Math.round(1e4 * limit) / 1e4,
    unseen: unseen().shape[0],
    nearCopies: perCent(share),
    nearCopiesLow: perCent(low),
    nearCopiesHigh: perCent(high),
    nearCopiesLeast: perCent(Math.min(...counts) / drawn),
    nearCopiesMost: perCent(Math.max(...counts) / drawn),
    compared: near.length,
  };
}

function perCent(share: number): number {
  return Math.round(1000 * share) / 10;
}

/** Digits that no network of the course learns from. */
function unseen(): ByteImages {
  return toBytes(halved(toFloats(imageDataset(digits, dataFile("digits-test")).images)));
}

/** Each digit equally often. */
async function drawnBy(seed: number): Promise<ByteImages> {
  const condition = new Float32Array(drawn * classes);
  for (let i = 0; i < drawn; i++) condition[i * classes + (i % classes)] = 1;
  const [told, untold] = [condition, new Float32Array(condition.length)].map((row) =>
    flow.denoiser(row),
  );
  const start = new Random(seed).normals(drawn * side * side);
  const data = await lastOf(digitsTold({told: told!, untold: untold!}, start));
  return toBytes({data, shape: [drawn, side, side, 1]});
}
