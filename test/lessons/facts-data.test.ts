import {expect, it} from "vitest";
import {dataFile} from "../../data/data-file.js";
import {attributeDataset} from "../../lib/datasets/attribute-dataset.js";
import {clothes} from "../../lib/datasets/clothes.js";
import {digits} from "../../lib/datasets/digits.js";
import {emoji} from "../../lib/datasets/emoji.js";
import {faces} from "../../lib/datasets/faces.js";
import {imageDataset} from "../../lib/datasets/image-dataset.js";
import type {ByteImages} from "../../lib/image.js";
import {closestPairs, type Pair} from "../../lib/metrics/closest-pairs.js";
import {equalPictures} from "../../lib/metrics/equal-pictures.js";
import {chapterText} from "./chapter-text.js";

const text = chapterText("05-data");
const grey = (set: typeof digits, part: "train" | "test") =>
  imageDataset(set, dataFile(`${set.name}-${part}`)).images;
const drawn = (part: "train" | "test") => attributeDataset(faces, dataFile(`faces-${part}`)).images;

/** The closest pairs of a test part with the other part. */
function across(test: ByteImages, train: ByteImages, count: number): Pair[] {
  const work = closestPairs(test, count, train);
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
  }
}

it("says how many faces to test on have a twin, though none is equal", () => {
  const [test, train] = [drawn("test"), drawn("train")];
  const pairs = across(test, train, 60);
  expect(pairs.at(-1)!.distance).toBeGreaterThan(0.01);
  const close = pairs.filter(({distance}) => distance < 0.01);
  expect(pairs[0]!.distance).toBeGreaterThan(0);
  const twins = new Set(close.map(({a}) => a)).size;
  expect(text).toContain(`${twins} of the ${test.shape[0]} have a twin`);
});

it("says how close the nearest digits of both parts are", () => {
  const [{distance}] = across(grey(digits, "test"), grey(digits, "train"), 1) as [Pair];
  expect(text).toContain(`For digits the closest pair between the parts is ${distance.toFixed(3)}`);
});

it("says that no picture is in a set twice", () => {
  const all = [
    ...(["train", "test"] as const).flatMap((part) => [
      grey(digits, part),
      grey(clothes, part),
      drawn(part),
    ]),
    attributeDataset(emoji, dataFile("emoji-24")).images,
  ];
  for (const images of all) expect(equalPictures(images)).toEqual([]);
});

it("says how rare the rarest kind of emoji is", () => {
  const {labels, attributes} = attributeDataset(emoji, dataFile("emoji-24"));
  const kinds = labels.filter((_, i) => i % attributes.length === 0);
  const counts = attributes[0]!.options.map(
    (name, i) => [kinds.filter((kind) => kind === i).length, name] as const,
  );
  counts.sort(([a], [b]) => b - a);
  const [[most, common], [least]] = [counts[0]!, counts.at(-1)!];
  expect(counts.filter(([count]) => count === least).map(([, name]) => name)).toContain("dish");
  expect(text).toContain(`${most} ${common}s, ${least} dishes`);
});
