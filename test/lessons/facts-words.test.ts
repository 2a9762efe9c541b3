import {expect, test} from "vitest";
import {dataFile} from "../../data/data-file.js";
import {mainColour} from "../../lib/datasets/colour-words.js";
import {captionWords, emojiCaptions} from "../../lib/datasets/emoji-captions.js";
import {vocabularyOf, wordsOf} from "../../lib/datasets/vocabulary.js";
import {smallClip} from "../../src/experiments/small-clip/experiment.js";
import {chapterText} from "./chapter-text.js";

const text = chapterText("07-generation");
const captions = emojiCaptions(dataFile("emoji-captions"));
const words = captions.map((caption) => captionWords(caption, "en"));

test("so many emoji, so many of them set aside, and so many words", () => {
  const kept = captions.filter(({isHeldOut}) => isHeldOut).length;
  expect(text).toContain(`There are ${captions.length.toLocaleString("en")} emoji`);
  expect(text).toContain(`${kept} pairs are set aside`);
  expect(text).toContain(`With ${captions.length - kept} pairs`);
  expect(new Set(words.flat()).size).toBeGreaterThan(2750);
  expect(new Set(words.flat()).size).toBeLessThan(2850);
  expect(text).toContain("Of some 2,800 words");
});

test("two thirds of the words occur only once", () => {
  const counts = new Map<string, number>();
  for (const word of words.flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
  const once = [...counts.values()].filter((count) => count === 1).length;
  expect(Math.abs(once / counts.size - 2 / 3)).toBeLessThan(0.04);
});

test("the words of the searches are in the vocabulary, and not is a word without a meaning", () => {
  const known = vocabularyOf(words);
  for (const word of ["brown", "animal", "blue", "clothing", "green", "plant", "red", "fruit"])
    expect(known.indexOf(word), word).toBeDefined();
  expect(wordsOf("not red")).toEqual(["red"]);
});

test("none of the pictures that are set aside is a red fruit, and some are brown animals", () => {
  const kept = captions
    .filter(({isHeldOut}) => isHeldOut)
    .map(({category, colours}) => `${mainColour(colours)} ${category}`);
  expect(kept).not.toContain("red fruit");
  for (const [what, least] of [
    ["brown animal", 3],
    ["blue clothing", 2],
    ["green plant", 1],
  ] as const)
    expect(kept.filter((each) => each === what).length, what).toBeGreaterThanOrEqual(least);
});

test("the numbers of the temperature's example", () => {
  const {batchSize} = smallClip.params;
  const most = Math.E / (Math.E + (batchSize.default - 1) / Math.E);
  expect(batchSize.default).toBe(64);
  expect(text).toContain(`= ${most.toFixed(2)},$ and the loss could never`);
  expect(text).toContain(`\\ln 64 = ${Math.log(64).toFixed(2)}`);
  expect(text).toContain(`\\ln 8 = ${Math.log(8).toFixed(2)}`);
});
