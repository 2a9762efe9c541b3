/** Numbers that the page about what a network looks at says, computed again, as its figures do. */
import {readFileSync} from "node:fs";
import {beforeAll, expect, test} from "vitest";
import {dataFile} from "../../data/data-file.js";
import {readManifest} from "../../data/write-manifest.js";
import {digits} from "../../lib/datasets/digits.js";
import {imageDataset} from "../../lib/datasets/image-dataset.js";
import {firstPictures} from "../../lib/image.js";
import {
  agreements,
  courseEyes,
  type Eyes,
  fills,
  patches,
  picturesOf,
  seenIn,
  trainedSeed,
} from "../../src/experiment/saliency-eyes.js";
import {
  agreementsOf,
  deletionsOf,
  type LookedAt,
  lookedAt,
  triedCount,
} from "../../src/experiment/saliency-trial.js";
import {shareRowText} from "../../src/figures/bars/share-text.js";
import {
  comparisons,
  type Deletion,
  type DeletionOrder,
  type Estimate,
  mapKinds,
  mapWords,
  orderWords,
} from "../../src/figures/saliency/saliency-data.js";
import {agreementText, estimateText, pointsText} from "../../src/figures/saliency/saliency-text.js";

const page = readFileSync(
  new URL("../../lessons/10-ethics/what-it-looks-at.md", import.meta.url),
  "utf8",
).replaceAll(/\s+/g, " ");

const eyes: Eyes = courseEyes(dataFile("classifier-digits"), dataFile("classifier-digits-second"));
const {images, labels} = imageDataset(digits, dataFile("digits-test"));
const pictures = picturesOf(firstPictures(images, triedCount));
const truths = labels.slice(0, triedCount);
let all: readonly LookedAt[] = [];

function ended<Result>(work: Generator<unknown, Result>): Result {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
  }
}

const alike = (estimate: Estimate) => estimateText(estimate, agreementText);
const points = (estimate: Estimate) => estimateText(estimate, pointsText);
const left = ({probability: {value, low, high}}: Deletion) =>
  shareRowText({share: value, low, high});

beforeAll(() => {
  all = ended(lookedAt(eyes, pictures));
});

test("the networks and pictures are those that are named", () => {
  expect(readManifest().files["classifier-digits"]!.details!.seed).toBe(trainedSeed);
  expect(page).toContain("Cover a patch of 8 by 8 pixels with grey");
  expect(page).toContain("Do so for 36 patches");
  expect([patches.edge, ((28 - patches.edge) / patches.stride + 1) ** 2, fills.grey]).toEqual([
    8, 36, 0,
  ]);
  for (let i = 0; i < triedCount; i++)
    expect(truths[i], "the next is another digit").not.toBe(truths[(i + 1) % triedCount]);
});

test("both that have learned are right about all pictures, and the one that has not about 4", () => {
  const seen = (eye: Eyes["own"]) => pictures.map((picture) => seenIn(eye, picture));
  expect(seen(eyes.own)).toEqual([...truths]);
  expect(seen(eyes.other)).toEqual([...truths]);
  const right = seen(eyes.first).filter((kind, i) => kind === truths[i]).length;
  expect(page).toContain(`classifies ${right} of these ${triedCount} digits correctly`);
  expect(right).toBe(4);
});

test("on nearly all pictures, the first among them, only occlusion has another map before learning", () => {
  const alikeBefore = all.map(({maps}) => agreements(maps.own, maps.first));
  expect(Math.min(...alikeBefore.map(({timesInput}) => timesInput))).toBeGreaterThan(0.95);
  expect(alikeBefore.filter(({occlusion}) => occlusion < 0.4).length).toBeGreaterThanOrEqual(27);
  expect(all[7]!.kind).toBe(7);
  expect(alikeBefore[7]!.occlusion).toBeLessThan(0.3);
});

test("maps are as alike as the table says", () => {
  const found = ended(agreementsOf(all, false));
  for (const kind of mapKinds) {
    const cells = comparisons.map((comparison) => alike(found[kind][comparison]));
    expect(page).toContain(`| ${[mapWords[kind], ...cells].join(" | ")} |`);
  }
  expect(found.gradient.other.high).toBeGreaterThan(found.gradient.picture.low);
  expect(found.occlusion.other.low).toBeGreaterThan(found.occlusion.next.high);
  expect(found.occlusion.first.high).toBeLessThan(found.occlusion.next.low);
});

test("where there is ink, gradient times input is no more alike to another that has learned", () => {
  const dark = pictures.flatMap((picture) => [...picture]).filter((x) => x === -1).length;
  expect(dark / (784 * triedCount)).toBeCloseTo(0.8, 1);
  const {other, first, picture} = ended(agreementsOf(all, true)).timesInput;
  expect(page).toContain(`now it is ${alike(other)} alike to the map of the other network`);
  expect(page).toContain(`${alike(first)} to that of the one that has learned nothing`);
  expect(page).toContain(`and ${alike(picture)} to the picture`);
  expect(other.low).toBeLessThan(first.high);
});

test("without 40 pixels that become grey, as much is left as the table says", () => {
  const found = ended(deletionsOf(eyes.own, all, {count: 40, fill: "grey"}));
  const row = (order: DeletionOrder) => {
    const {belowRandom, belowInk} = found[order];
    return [orderWords[order], left(found[order]), points(belowRandom), points(belowInk)];
  };
  for (const order of [...mapKinds, "firstTimesInput", "brightness"] as const)
    expect(page).toContain(`| ${row(order).join(" | ")} |`);
  expect(found.timesInput.belowInk.low).toBeGreaterThan(0.1);
  for (const order of ["occlusion", "firstTimesInput"] as const)
    expect(found[order].belowInk.low).toBeLessThan(0);
});

test("where they become black, a map that says nothing seems to say much", () => {
  const found = ended(deletionsOf(eyes.own, all, {count: 40, fill: "black"}));
  const {firstTimesInput, brightness, random} = found;
  expect(page).toContain(`only ${left(firstTimesInput)} is left`);
  const [below, bright] = [firstTimesInput, brightness].map(({belowRandom: {value, low, high}}) => {
    return `${pointsText(value)} points (${pointsText(low)} to ${pointsText(high)})`;
  });
  expect(page).toContain(`${below} less than without any 40 by lot`);
  expect(page).toContain(`does nothing: ${left(random)} is left`);
  expect(page).toContain(`do even more, ${bright}`);
});
