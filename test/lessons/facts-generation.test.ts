import {beforeAll, expect, test} from "vitest";
import {dataFile} from "../../data/data-file.js";
import {unpackBundle} from "../../lib/bundle.js";
import {digits} from "../../lib/datasets/digits.js";
import {imageDataset} from "../../lib/datasets/image-dataset.js";
import {imageSize, pick, toBytes, toFloats} from "../../lib/image.js";
import {accuracy} from "../../lib/metrics/accuracy.js";
import {nearCopyLimit, nearestDistances} from "../../lib/metrics/near-copies.js";
import {nearestPicture} from "../../lib/metrics/nearest.js";
import {euler} from "../../lib/models/flow/flow-samplers.js";
import {straightPath} from "../../lib/models/flow/path.js";
import {perfectDenoiser, perfectWeights} from "../../lib/models/flow/perfect-denoiser.js";
import {plainUNet} from "../../lib/models/flow/plain-unet.js";
import {lastOf, type SamplerStep, traceOf} from "../../lib/models/flow/sampling.js";
import {timesOf} from "../../lib/models/flow/times.js";
import {dequantise} from "../../lib/models/quantised.js";
import {Random} from "../../lib/random.js";
import {heldOutDistances} from "../../src/figures/denoise/denoising-text.js";
import {chapterText} from "./chapter-text.js";

const text = chapterText("07-generation");
const {images} = imageDataset(digits, dataFile("denoiser-digits"));
const all = [...Array(images.shape[0]).keys()];
const training = pick(images, all.slice(0, 1000));
const size = imageSize(training.shape);
const centres = {data: toFloats(training).data, size};
const made = 100;

let trace: readonly SamplerStep[];
beforeAll(async () => {
  const start = new Random(1).normals(made * size);
  const denoise = perfectDenoiser(centres, straightPath);
  const [times, random] = [timesOf(10), new Random(1)];
  trace = await traceOf(euler({denoise, kind: "clean", path: straightPath, times, start, random}));
});

test("the perfect denoiser ends at a training picture, every one of a hundred times", () => {
  const last = toBytes({data: trace.at(-1)!.x, shape: [made, 14, 14, 1]});
  const distances = Array.from(
    {length: made},
    (_, i) => nearestPicture(last.data.subarray(i * size, (i + 1) * size), training).distance,
  );
  expect(distances.filter((distance) => distance < 1e-3)).toHaveLength(made);
  expect(text).toContain("The distance from the nearest training picture is 0.000");
});

test("of how many pictures its guess is a mean, as the chapter says", () => {
  const weigh = perfectWeights(centres, straightPath);
  const meanCount = ({x, t}: SamplerStep) =>
    Array.from({length: made}, (_, i) => weigh(x.subarray(i * size, (i + 1) * size), t))
      .map((shares) => Math.exp(-shares.reduce((sum, p) => sum + (p > 0 ? p * Math.log(p) : 0), 0)))
      .reduce((sum, count) => sum + count / made, 0);
  const [early, middle, late] = [0.2, 0.4, 0.7].map((time) =>
    meanCount(trace.find(({t}) => Math.abs(t - time) < 1e-9)!),
  );
  expect(text).toContain(`of about ${Number(early!.toPrecision(1))} at $t = 0.2,$`);
  expect(text).toContain(`of about ${Number(middle!.toPrecision(1))} at 0.4`);
  expect(late).toBeLessThan(1.2);
});

test("how far held-out digits are from their nearest", () => {
  const {low, high} = heldOutDistances(pick(images, all.slice(1000)), training);
  expect(text).toContain(`eight in ten are ${low.toFixed(2)} to ${high.toFixed(2)} away`);
});

test("of a hundred pictures of the trained network hardly one is a near-copy", async () => {
  const denoise = plainUNet(dequantise(unpackBundle(dataFile("denoiser-network")).arrays));
  const [start, random] = [new Random(1).normals(made * size), new Random(1)];
  const way = {kind: "velocity", path: straightPath, times: timesOf(25)} as const;
  const data = await lastOf(euler({...way, denoise, start, random}));
  const pictures = toBytes({data, shape: [made, 14, 14, 1]});
  const limit = nearCopyLimit(nearestDistances(pick(images, all.slice(1000)), training));
  const distances = nearestDistances(pictures, training);
  const near = distances.map((distance) => (distance < limit ? 1 : 0));
  const {right, low, high} = accuracy(
    near,
    near.map(() => 1),
  );
  const said = `${right} of ${made} are, and with as many pictures that means ${(100 * low).toFixed(0)} to ${(100 * high).toFixed(0)} %`;
  const far = heldOutDistances(pictures, training);
  expect(text).toContain(`${far.low.toFixed(2)} to ${far.high.toFixed(2)} away from the nearest`);
  expect(text).toContain(said);
});
