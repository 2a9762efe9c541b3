import {expect, it} from "vitest";
import {dataFile} from "../../data/data-file.js";
import {unpackBundle} from "../../lib/bundle.js";
import {digits} from "../../lib/datasets/digits.js";
import {imageDataset} from "../../lib/datasets/image-dataset.js";
import {pick, toFloats} from "../../lib/image.js";
import {labelCost} from "../../lib/models/label-cost.js";
import {plainClassifier} from "../../lib/models/plain-classifier.js";
import {dequantise} from "../../lib/models/quantised.js";
import {Random} from "../../lib/random.js";
import {gapOf, hardDigits, hardGap} from "../../src/experiment/hard-digits.js";
import {labelCostSizes, labelSeeds, labelShares} from "../../src/experiment/label-cost-sizes.js";
import {spanOf} from "../../src/figures/labels/label-cost-text.js";
import {chapterText} from "./chapter-text.js";

const text = chapterText("05-data");
const [train, test] = ["digits-train", "digits-test"].map((name) =>
  imageDataset(digits, dataFile(name)),
);
const classify = plainClassifier(dequantise(unpackBundle(dataFile("classifier-digits")).arrays));
const scores = (place: number) => [
  ...classify(toFloats(pick(test!.images, [place])).data).logits.data,
];
const said = (place: number) => {
  const all = scores(place);
  return all.indexOf(Math.max(...all));
};

it("knows the digits about which the classifier is least sure", () => {
  expect(new Set(hardDigits).size).toBe(60);
  for (const place of hardDigits) expect(gapOf(scores(place))).toBeLessThan(hardGap);
  const others = Array.from({length: 200}, (_, i) => 10 * i).filter((i) => !hardDigits.includes(i));
  for (const place of others) expect(gapOf(scores(place))).toBeGreaterThan(hardGap);
  const missed = hardDigits.filter((place) => said(place) !== test!.labels[place]).length;
  expect(text).toContain(`Of the sixty, the classifier misses ${missed}.`);
});

it("says what wrong labels cost, over five draws", () => {
  const options = {train: train!, test: test!, shares: labelShares, ...labelCostSizes};
  const courses = labelSeeds.map((seed) => {
    const work = labelCost(options, new Random(seed));
    for (;;) {
      const next = work.next();
      if (next.done) return next.value;
    }
  });
  const at = (who: "one" | "majority", place: number) => {
    const {mean, low, high} = spanOf(courses.map((course) => course[who][place]!));
    const [middle, least, most] = [mean, low, high].map((share) => Math.round(100 * share));
    return {middle: `${middle} %`, span: `${middle} % (${least} to ${most})`};
  };
  expect(text).toContain(
    `With right labels it is right about ${at("one", 0).middle} of new digits`,
  );
  expect(text).toContain(
    `from ${at("one", 0).middle} to ${at("one", 2).span}, and forty to ${at("one", 4).span}`,
  );
  expect(text).toContain(`brings the ${at("one", 4).middle} to ${at("majority", 4).span}`);
  for (const {one} of courses) expect(Math.abs(one[9]! - 0.1)).toBeLessThan(0.06);
});
