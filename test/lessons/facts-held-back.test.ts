/** Numbers that the page about a filter says, computed again, as its figure does. */
import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {dataFile} from "../../data/data-file.js";
import {unpackBundle} from "../../lib/bundle.js";
import {digits} from "../../lib/datasets/digits.js";
import {imageDataset} from "../../lib/datasets/image-dataset.js";
import {type ByteImages, firstPictures} from "../../lib/image.js";
import {binomialInterval} from "../../lib/metrics/binomial-interval.js";
import {heldByKind, heldOfOthers} from "../../lib/metrics/picture-filter.js";
import {
  filterEye,
  filteredCount,
  type Looking,
  madeCount,
  seenBy,
} from "../../src/experiment/filter-looks.js";
import {innocentsText, mistakesText} from "../../src/figures/provenance/held-back-text.js";

const page = readFileSync(
  new URL("../../lessons/10-ethics/held-back.md", import.meta.url),
  "utf8",
).replaceAll(/\s+/g, " ");
const {images, labels} = imageDataset(digits, dataFile("digits-test"));
const all = Array.from({length: filteredCount}, (_, place) => place);
const of = (digit: number) => all.filter((place) => labels[place] === digit);
const eye = filterEye(dataFile("classifier-digits"));
const forbidden = 4;

function probabilities(looking: Looking, by = eye): Float32Array {
  const work = seenBy(by, looking);
  for (;;) {
    const next = work.next();
    if (next.done) return next.value.probabilities;
  }
}

/** Of the pictures at `places` how many are held back at each limit. */
function heldAt(limits: readonly number[], looking: Omit<Looking, "images">, by = eye): number[] {
  const seen = probabilities({...looking, images: whole}, by);
  const given = seen.filter((_, i) => i % 10 === forbidden);
  return limits.map((limit) => given.filter((p) => p >= limit).length);
}

function countsOf(seen: Float32Array, limit: number) {
  const kinds = labels.slice(0, filteredCount);
  const byKind = heldByKind({kinds, probabilities: seen}, 10, {forbidden, limit});
  return {byKind, four: byKind[forbidden]!, others: heldOfOthers(byKind, forbidden)};
}

const whole = firstPictures(images, filteredCount);
const written = probabilities({way: "written", images: whole});

test("the filter is tried on as many pictures as is said", () => {
  expect(page).toContain(
    "1,000 digits that people wrote and that it never learned from, 100 of each",
  );
  expect(page).toContain(`and on ${madeCount} digits by the GAN`);
  expect(countsOf(written, 0.5).byKind.map(({count}) => count)).toEqual(Array(10).fill(100));
});

test("at 50 % it makes no mistake, and that proves little", () => {
  const {four, others} = countsOf(written, 0.5);
  expect([four.held, others.held, others.count]).toEqual([100, 0, 900]);
  expect(page).toContain("At 50 % no 4 slips through, and none of the 900 others is held back");
  const most = binomialInterval(0, 900).high;
  expect(page).toContain(`there may still be ${Math.round(1000 * most)} in 1,000`);
  expect(innocentsText("4", four, others, 1000)).toContain("0 show no 4 (0 to 84)");
  expect(page).toContain("up to 84 of 100 would fit what was seen");
});

test("at 1 % no 4 slips through, and others pay", () => {
  const {byKind, four, others} = countsOf(written, 0.01);
  expect(mistakesText("4", four, others)).toContain("0 slip through");
  expect(mistakesText("4", four, others)).toContain("11 are held back: 1.2 % (0.6 to 2.2)");
  expect(page).toContain("11 of 900 others are held back: 1.2 % (0.6 to 2.2)");
  expect(page).toContain(
    `${byKind[9]!.held} are nines and ${byKind[6]!.held} are sixes, while no 1, 2, 3 or 5`,
  );
  expect([1, 2, 3, 5].map((digit) => byKind[digit]!.held)).toEqual([0, 0, 0, 0]);
  expect(innocentsText("4", four, others, 2)).toContain("1 show no 4 (1 to 2)");
  expect(page).toContain("1 of 100 that are held back shows no 4");
  expect(innocentsText("4", four, others, 1000)).toContain("92 show no 4 (85 to 96)");
  expect(page).toContain("Where 1 in 1,000 is a 4, it is 92 (85 to 96)");
});

test("turned pictures are held back wrongly, nines most of all, by another network too", () => {
  const {byKind, others} = countsOf(probabilities({way: "slanted", images: whole}), 0.01);
  expect(mistakesText("4", byKind[4]!, others)).toContain("7.3 % (5.7 to 9.2)");
  expect(page).toContain("False alarms are 7.3 % (5.7 to 9.2), six times as many");
  expect(others.held / countsOf(written, 0.01).others.held).toBeCloseTo(6, 0);
  const {low, high} = binomialInterval(byKind[9]!.held, 100);
  expect(page).toContain(
    `of the nines ${byKind[9]!.held} of 100 are held back (${Math.round(100 * low)} to ${Math.round(100 * high)})`,
  );
  expect([byKind[1]!.held, byKind[3]!.held]).toEqual([0, 0]);
  const by = filterEye(dataFile("classifier-digits-second"));
  const [turned, upright] = (["slanted", "written"] as const).map(
    (way) => heldAt([0.01], {way, places: of(9)}, by)[0],
  );
  expect(page).toContain(`it is ${turned} of 100 nines, and ${upright} as they were written`);
});

test("the fours get round it in noise, pale, and black on white", () => {
  const through = [1, 2, 3, 4, 5].map((seed) =>
    heldAt([0.5, 0.01], {way: "noisy", places: of(4), seed}).map((held) => 100 - held),
  );
  const range = (limit: number) => {
    const missed = through.map((each) => each[limit]!);
    return `${Math.min(...missed)} to ${Math.max(...missed)}`;
  };
  expect(page).toContain(`${range(0)} of 100 slip through, with five draws of the noise`);
  const [usual, strict] = heldAt([0.5, 0.01], {way: "pale", places: of(4)}).map(
    (held) => 100 - held,
  );
  expect(usual).toBe(100);
  expect(page).toContain(
    `in noise ${range(1)} of 100 slip through now, and ${strict} if they are pale`,
  );
  const [swapped] = heldAt([0.01], {way: "swapped", places: of(4)});
  expect(page).toContain(`*Black on white* lets ${100 - swapped!} through`);
});

test("of the GAN's digits it holds back as many as is said", () => {
  const {gan} = unpackBundle(dataFile("drawn-digits")).arrays;
  const made = firstPictures(gan as ByteImages, madeCount);
  const seen = probabilities({way: "written", images: made});
  const held = all.slice(0, madeCount).filter((i) => seen[10 * i + forbidden]! >= 0.5).length;
  expect(page).toContain(`Among the ${held} pictures that are held back`);
});

test("a test of n pictures without a mistake", () => {
  const {high} = binomialInterval(0, 3700);
  expect(high * 3700).toBeCloseTo(3.7, 1);
  expect(high * 0.999).toBeLessThan(0.001);
  expect(page).toContain("For 1 in 1,000 these are about 3,700 pictures");
});
