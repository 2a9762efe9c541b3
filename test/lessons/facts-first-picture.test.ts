import {expect, test} from "vitest";
import {dataFile} from "../../data/data-file.js";
import {readManifest} from "../../data/write-manifest.js";
import {unpackBundle} from "../../lib/bundle.js";
import {digits} from "../../lib/datasets/digits.js";
import {imageDataset} from "../../lib/datasets/image-dataset.js";
import {firstPictures, toBytes} from "../../lib/image.js";
import {nearestDistances} from "../../lib/metrics/near-copies.js";
import {lastOf} from "../../lib/models/flow/sampling.js";
import {toldDigits, toldDigitWay} from "../../lib/models/flow/told-digits.js";
import {dequantise} from "../../lib/models/quantised.js";
import {Random} from "../../lib/random.js";
import {chapterText} from "./chapter-text.js";

const text = chapterText("01-introduction");
const details = readManifest().files["first-picture"]!.details as Record<string, number>;
const weights = dequantise(unpackBundle(dataFile("first-picture")).arrays);
const {side} = toldDigits;
const asked = [0, 3, 7];

test("the first picture is as new as the page says, and as held-out digits are", () => {
  const {nearCopyLimit, nearCopies, nearCopiesLow, nearCopiesHigh, compared, unseen} = details;
  const thousands = (count: number) => count.toLocaleString("en");
  expect(text).toContain(`nearer to one of the 1,000 than ${nearCopyLimit!.toFixed(3)}`);
  expect(text).toContain(`measured on ${thousands(unseen!)} of them`);
  expect(text).toContain(
    `Of ${thousands(compared!)} pictures from five times ${compared! / 5} noises ${nearCopies} % are near, and with as many that means ${nearCopiesLow!.toFixed(1)} to ${nearCopiesHigh!.toFixed(1)} %`,
  );
  const {nearCopiesLeast, nearCopiesMost} = details;
  expect(text).toContain(
    `Seed by seed it is ${nearCopiesLeast} to ${nearCopiesMost} %: with ${compared! / 5} pictures`,
  );
  expect([nearCopiesLow! <= 5 && 5 <= nearCopiesHigh!, nearCopiesMost! < 10]).toEqual([true, true]);
  const count = Object.values(weights).reduce((sum, {data}) => sum + data.length, 0);
  expect(text).toContain(`${thousands(Math.round(count / 1000) * 1000)} of them`);
});

test("in the page's own arithmetic digits are what they were told to be, and none is a copy", async () => {
  const way = toldDigitWay(weights);
  const noise = new Random(1).normals(side * side);
  const drawn: number[] = [];
  for (const digit of asked) drawn.push(...(await lastOf(way(digit, noise))));
  const made = toBytes({data: Float32Array.from(drawn), shape: [asked.length, side, side, 1]});
  const {images} = imageDataset(digits, dataFile("denoiser-digits"));
  const distances = nearestDistances(made, firstPictures(images, 1000));
  expect(Math.min(...distances)).toBeGreaterThan(0.02);
  expect(new Set(distances).size).toBe(asked.length);
});
