import {expect, it} from "vitest";
import {dataFile} from "../../data/data-file.js";
import {unpackBundle} from "../../lib/bundle.js";
import {digits} from "../../lib/datasets/digits.js";
import {imageDataset} from "../../lib/datasets/image-dataset.js";
import {pick, toFloats} from "../../lib/image.js";
import {fitPsychometric} from "../../lib/metrics/psychometric.js";
import {plainClassifier} from "../../lib/models/plain-classifier.js";
import {dequantise} from "../../lib/models/quantised.js";
import {noiseLevels as levels} from "../../lib/noise-levels.js";
import {Random} from "../../lib/random.js";
import {noisyDigit} from "../../src/experiment/noisy-digit.js";
import {chapterText} from "./chapter-text.js";

const text = chapterText("01-introduction");
const count = 60;
const classify = plainClassifier(dequantise(unpackBundle(dataFile("classifier-digits")).arrays));
const {images, labels} = imageDataset(digits, dataFile("digits-test"));
const random = new Random(1);
/** Other digits at each share, so that no answer depends on another. */
const asked = levels.map((level, k) =>
  Array.from({length: count}, (_, j) => {
    const i = k * count + j;
    const clean = toFloats(pick(images, [i])).data;
    return {level, digit: noisyDigit(clean, labels[i]!, classify, random.normals(784))};
  }),
);
const said = asked.flat().map(({level, digit}) => {
  return {level, truth: digit.truth, answer: digit.said(level).answer};
});
const rightAt = (level: number) =>
  said.filter((each) => each.level === level && each.answer === each.truth).length;

it("says how many of the digits the network reads, clean and at each share", () => {
  const clean = asked.flat().filter(({digit}) => digit.said(1).answer === digit.truth);
  expect(text).toContain(`asked the network about ${said.length} digits. It reads ${clean.length}`);
  for (const level of levels.filter((each) => each <= 0.5)) expect(rightAt(level)).toBe(6);
  expect(text).toContain("Up to a share of 0.5 it is right about 6 of 60");
  expect(text).toContain(
    `${rightAt(0.6)} of 60 at 0.6, ${rightAt(0.7)} at 0.7, ${rightAt(0.8)} at 0.8`,
  );
});

it("says what it calls a picture in which it sees nothing", () => {
  const blind = said.filter(({level}) => level <= 0.5);
  expect(blind.filter(({answer}) => answer === 8)).toHaveLength(blind.length);
  expect(text).toContain(`calls every one of these ${blind.length} pictures an 8`);
});

it("says where its curve is halfway, with the interval", () => {
  const trials = said.map(({level, truth, answer}) => ({level, isRight: answer === truth}));
  const {fit, interval} = fitPsychometric(trials, 0.1, new Random(1))!;
  expect(text).toContain(
    `halfway at ${fit.threshold.toFixed(2)}, with an interval from ${interval.map((each) => each.toFixed(2)).join(" to ")}`,
  );
});
