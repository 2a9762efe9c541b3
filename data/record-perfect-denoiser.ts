/**
 * `npx tsx data/record-perfect-denoiser.ts`: writes `data/recorded/perfect-denoiser-frames.png`, ten digits on their way out of noise by
 * patches of 9 by 9 pixels of 1,000 training digits. Those that come out as copies of a training digit, or nearly, are left out.
 */
import {digits} from "../lib/datasets/digits.js";
import {imageDataset} from "../lib/datasets/image-dataset.js";
import {pick, toBytes, toFloats} from "../lib/image.js";
import {nearestPicture} from "../lib/metrics/nearest.js";
import {euler} from "../lib/models/flow/flow-samplers.js";
import {patchDenoiser} from "../lib/models/flow/patch-denoiser.js";
import {straightPath} from "../lib/models/flow/path.js";
import {traceOf} from "../lib/models/flow/sampling.js";
import {timesOf} from "../lib/models/flow/times.js";
import {Random} from "../lib/random.js";
import {dataFile} from "./data-file.js";
import {digitsSource} from "./digits-source.js";
import {sheetPng} from "./png.js";
import {writeData} from "./write-manifest.js";

const [side, shown, leastDistance] = [14, 10, 0.1];
const size = side * side;
const frames = [0, 5, 8, 11, 14, 18, 25];

const {images} = imageDataset(digits, dataFile("denoiser-digits"));
const training = pick(images, [...Array(1000).keys()]);
const denoise = patchDenoiser(toFloats(training), 9, straightPath);
const random = new Random(1);

const rows: number[][] = frames.map(() => []);
for (let count = 0; count < shown; ) {
  const start = random.normals(size);
  const options = {
    denoise,
    kind: "clean",
    path: straightPath,
    times: timesOf(25),
    start,
    random,
  } as const;
  const way = (await traceOf(euler(options))).map(
    ({x}) => toBytes({data: x, shape: [1, side, side, 1]}).data,
  );
  if (nearestPicture(way.at(-1)!, training).distance < leastDistance) continue;
  for (const [i, frame] of frames.entries()) rows[i]!.push(...way[frame]!);
  count++;
}

const pixels = {
  data: Uint8Array.from(rows.flat()),
  shape: [frames.length * shown, side, side, 1],
} as const;
const entry = writeData("recorded-perfect-denoiser-frames", sheetPng(pixels, shown, 4), {
  ...digitsSource.facts,
  file: "recorded/perfect-denoiser-frames.png",
  title: "digits on their way out of noise, by patches of training digits",
  shape: [frames.length, shown, side, side, 1],
  source: {...digitsSource.facts.source, title: `made here of: ${digits.title}, at half the side`},
  script: "npx tsx data/record-perfect-denoiser.ts",
});
console.log(`${entry.file}: ${entry.bytes} bytes, sha256 ${entry.sha256}`);
