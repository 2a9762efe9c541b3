/**
 * `npx tsx data/train-denoiser-network.ts`: trains a small U-Net to say the velocity of the 1,000 digits that the perfect denoiser has, and
 * writes its averaged weights as bytes to `data/denoiser-network.bin.gz`, for a lane beside that one. About twenty seconds of one processor.
 * On wasm it is the same to the last bit everywhere.
 */
import zopfli from "@gfx/zopfli";
import {packBundle} from "../lib/bundle.js";
import {digits} from "../lib/datasets/digits.js";
import {imageDataset} from "../lib/datasets/image-dataset.js";
import {firstPictures, pick, toBytes} from "../lib/image.js";
import {nearCopyLimit, nearestDistances, shareBelow} from "../lib/metrics/near-copies.js";
import {euler} from "../lib/models/flow/flow-samplers.js";
import {straightPath} from "../lib/models/flow/path.js";
import {pictureFlow} from "../lib/models/flow/picture-flow.js";
import {plainUNet} from "../lib/models/flow/plain-unet.js";
import {lastOf} from "../lib/models/flow/sampling.js";
import {timesOf} from "../lib/models/flow/times.js";
import {namedVariables, readVariables} from "../lib/models/model-state.js";
import {dequantise, quantise} from "../lib/models/quantised.js";
import {tensorBatches} from "../lib/models/tensor-batches.js";
import {imageBatches} from "../lib/pipeline/batches.js";
import {Random} from "../lib/random.js";
import * as tf from "../lib/tf.js";
import {useWasm} from "../tools/runs/start-run.js";
import {dataFile} from "./data-file.js";
import {digitsSource} from "./digits-source.js";
import {writeData} from "./write-manifest.js";

const [steps, batchSize, width, averaging] = [2000, 32, 8, 0.99];
const [trainingCount, side] = [1000, 14];
/** Pictures whose nearest training picture is looked for, and the steps that they are made in. */
const [compared, waySteps] = [100, 25];

await useWasm();
const random = new Random(1);
const {images} = imageDataset(digits, dataFile("denoiser-digits"));
const training = firstPictures(images, trainingCount);
const heldOut = pick(images, [...Array(images.shape[0]).keys()].slice(trainingCount));
const shape = {side, channels: 1, width, blocks: 2, classes: 0, averaging};
const flow = pictureFlow(
  {
    ...shape,
    ...{path: straightPath, kind: "velocity", timeDraw: "logit-normal"},
    ...{learningRate: 0.006, decaySteps: steps},
  },
  random.fork("weights"),
);
const batches = tensorBatches(imageBatches({images: training}, batchSize, random.fork("batches")));
const chance = random.fork("steps");
let mean = 0;
for (let step = 1; step <= steps; step++) {
  const batch = batches.next();
  const {loss} = await flow.step(batch, chance);
  tf.dispose(Object.values(batch));
  mean += loss / 500;
  if (step % 500 === 0) console.log(step, mean.toFixed(4));
  if (step % 500 === 0) mean = 0;
}
const prefix = "denoiser";
const named = await readVariables(namedVariables(flow.networks.denoiser, prefix));
const weights = Object.fromEntries(
  Object.entries(named)
    .filter(([name]) => !name.includes("moving"))
    .map(([name, array]) => [name.slice(prefix.length + 1), array]),
);
const kept = quantise(weights);
const way = {kind: "velocity", path: straightPath, times: timesOf(waySteps)} as const;
const start = new Random(1).normals(compared * side * side);
const data = await lastOf(
  euler({...way, denoise: plainUNet(dequantise(kept)), start, random: new Random(1)}),
);
const made = toBytes({data, shape: [compared, side, side, 1]});
const limit = nearCopyLimit(nearestDistances(heldOut, training));
const copies = shareBelow(nearestDistances(made, training), limit);
console.log(`near-copies: ${100 * copies} % of ${compared}, below ${limit.toFixed(3)}`);
const bundle = packBundle({network: "denoiser-digits"}, kept);
const entry = writeData("denoiser-network", await zopfli.gzipAsync(bundle, {numiterations: 15}), {
  file: "denoiser-network.bin.gz",
  title: `weights of a small U-Net that learned the velocity of ${trainingCount} digits at half the side`,
  shape: [bundle.length],
  source: {
    ...digitsSource.facts.source,
    title: `trained here on: ${digits.title}, at half the side`,
  },
  author: `From Noise authors; pictures by ${digitsSource.facts.author}`,
  licence: "MIT",
  licenceNote: `The weights were learned from pictures under ${digitsSource.facts.licence}.`,
  script: "npx tsx data/train-denoiser-network.ts",
  details: {steps, batchSize, width, nearCopies: copies, compared},
});
console.log(`${entry.file}: ${entry.bytes} bytes, sha256 ${entry.sha256}`);
