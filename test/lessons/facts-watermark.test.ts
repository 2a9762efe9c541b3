/** Numbers that the page about the mark says, computed again, as its figure does. */
import {readFileSync} from "node:fs";
import {beforeAll, describe, expect, test} from "vitest";
import {dataFile} from "../../data/data-file.js";
import {clothes} from "../../lib/datasets/clothes.js";
import {imageDataset} from "../../lib/datasets/image-dataset.js";
import {type ByteImages, firstPictures, pick} from "../../lib/image.js";
import {type LinearCode, linearCode} from "../../lib/provenance/linear-code.js";
import {watermarkChance, watermarkScores, withWatermark} from "../../lib/provenance/watermark.js";
import {
  type AttackName,
  alarmLimit,
  attacks,
  codeNumbers,
  foundIn,
} from "../../lib/provenance/watermark-trial.js";
import {Random} from "../../lib/random.js";
import {markedCount} from "../../src/figures/provenance/watermark.js";
import {foundInterval, perCentText} from "../../src/figures/provenance/watermark-text.js";

const page = readFileSync(
  new URL("../../lessons/10-ethics/the-mark.md", import.meta.url),
  "utf8",
).replace(/\s+/g, " ");
const mark = {key: 7, strength: 8, grain: 1};
let images: ByteImages;
let code: LinearCode;

beforeAll(async () => {
  ({images} = imageDataset(clothes, dataFile("clothes-test")));
  const others = Array.from({length: 600}, (_, i) => 1000 + i);
  code = await linearCode(pick(images, others), codeNumbers, new Random(1));
});

/** Of the marked pictures, those found after an attack. */
function found(name: AttackName, how: typeof mark = mark): number {
  const limit = alarmLimit(watermarkScores(images, how));
  const marked = withWatermark(firstPictures(images, markedCount), how);
  return foundIn(watermarkScores(attacks[name].after(marked, code), how), limit);
}

describe("the mark", () => {
  test("is found in all pictures, and after each attack as the table says", () => {
    expect(page).toContain(`All ${markedCount} are found as they are`);
    expect(found("none")).toBe(markedCount);
    for (const [name, {words}] of Object.entries(attacks).slice(1)) {
      const share = perCentText(found(name as AttackName) / markedCount);
      expect(page).toContain(`| ${words} | ${share} |`);
    }
  });

  test("a weaker one is lost in noise, a coarser one less often found", () => {
    expect(page).toContain("noise now hides the mark in more than half of the pictures");
    expect(found("noise", {...mark, strength: 4})).toBeLessThan(markedCount / 2);
    expect(page).toContain("With 8 grey levels 63 % are found where all were");
    expect(found("none", {...mark, grain: 2}) / markedCount).toBeCloseTo(0.63, 2);
  });

  test("has a measured limit that wanders with the key, around the formula's", () => {
    expect(page).toContain("the measured limit wanders, from below 2 to above 2.6");
    const limits = Array.from({length: 30}, (_, i) =>
      alarmLimit(watermarkScores(images, {key: 7 + i, grain: 1})),
    );
    expect(Math.min(...limits)).toBeLessThan(2);
    expect(Math.max(...limits)).toBeGreaterThan(2.6);
    expect(page).toContain("2.3 or more in 1 of 100 cases, 4.8 or more in one of a million");
    expect(100 * watermarkChance(2.33)).toBeCloseTo(1, 1);
    expect(1e6 * watermarkChance(4.75)).toBeCloseTo(1, 1);
  });

  test("moved by one pixel its mean score is below 0", () => {
    expect(page).toContain("Its mean score is about −1.4");
    const marked = withWatermark(firstPictures(images, markedCount), mark);
    const scores = watermarkScores(attacks.move.after(marked), mark);
    expect(scores.reduce((a, b) => a + b) / markedCount).toBeCloseTo(-1.4, 1);
  });
});

test("the limit leaves 1 % of unmarked pictures above it, and wants a hundred", () => {
  const scores = Float64Array.from({length: 200}, (_, i) => (i * 37) % 200);
  expect(alarmLimit(scores)).toBe(197);
  expect(foundIn(scores, 197)).toBe(2);
  expect(() => alarmLimit(scores.subarray(0, 99))).toThrow(/too few unmarked pictures: 99/);
  expect(foundInterval(0, 200)).toBe("0 to 2 %");
});
