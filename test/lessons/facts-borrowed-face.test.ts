/** Numbers that the page about borrowed faces says, computed again, as its figure does. */
import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {dataFile} from "../../data/data-file.js";
import {unpackBundle} from "../../lib/bundle.js";
import {faces} from "../../lib/datasets/faces.js";
import {binomialInterval} from "../../lib/metrics/binomial-interval.js";
import {lawRules} from "../../src/about/law-rules.js";
import {choicesIn} from "../../src/experiment/avatar-eye.js";
import {avatarStudio} from "../../src/experiment/avatar-studio.js";
import {drawnPairs, swapTrial} from "../../src/experiment/swap-trial.js";
import {shownAvatars, shownPairs, shownStays} from "../../src/provenance/swap-settings.js";

const page = readFileSync(
  new URL("../../lessons/10-ethics/a-borrowed-face.md", import.meta.url),
  "utf8",
).replaceAll(/\s+/g, " ");
const studio = avatarStudio({
  decoder: dataFile("decoder-faces"),
  classifier: dataFile("classifier-faces"),
  axes: dataFile("face-axes"),
});
const pairs = endOf(drawnPairs(studio, shownPairs));
const countsOf = (stays: readonly string[]) => endOf(swapTrial(studio, pairs, stays));
const usual = countsOf(shownStays);
const attribute = (name: string) => faces.attributes.findIndex((each) => each.name === name);
const spanOf = (count: number) => {
  const {low, high} = binomialInterval(count, pairs.length);
  return `${Math.round(100 * low)} to ${Math.round(100 * high)} %`;
};

function endOf<Result>(work: Generator<number, Result>): Result {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
  }
}

test("whom the recogniser picks", () => {
  const {owner, wearer} = usual.takenFor;
  expect(usual.pairs).toBe(100);
  expect(page).toContain(
    `It picks the owner in ${owner} of 100 (${spanOf(owner)}), and the wearer in ${wearer}.`,
  );
  const hair = countsOf([...shownStays, "hair", "hairColour"]).takenFor;
  const skin = countsOf([...shownStays, "skin"]).takenFor;
  expect(page).toContain(
    `If hair and hair colour stay, it is ${hair.owner} of 100, no more than guessing, and it picks the wearer in ${hair.wearer}. If the hair goes over and the skin stays, it is ${skin.owner}.`,
  );
  expect(binomialInterval(hair.owner, 100).low).toBeLessThan(0.1);
  expect(binomialInterval(hair.owner, 100).high).toBeLessThan(
    binomialInterval(skin.owner, 100).low,
  );
});

test("the two that are shown first differ in all, and only what should stay stays", () => {
  const [owner, wearer] = shownAvatars.map(studio.codeOf);
  const seen = (code: Float32Array) => choicesIn(studio.look(studio.draw(code)));
  const made = seen(studio.swapped(owner!, wearer!, shownStays));
  const [first, second] = [seen(owner!), seen(wearer!)];
  for (const [a, {name}] of faces.attributes.entries()) {
    expect(first[a], name).not.toBe(second[a]);
    expect(made[a], name).toBe((shownStays.includes(name) ? second : first)[a]);
  }
});

test("what should stay stays in most, and not in all", () => {
  const [mouth, background] = ["mouth", "background"].map(
    (name) => usual.byAttribute[attribute(name)]!,
  );
  expect(page).toContain(
    `Of ${mouth!.differ} pairs with different mouths the mouth stays the wearer’s in ${mouth!.wearer}, and of ${background!.differ} with different backgrounds the background in ${background!.wearer}.`,
  );
});

test("the classifier is as sure of a made picture as of another", () => {
  const {low, high} = binomialInterval(usual.lessSure, 100);
  expect(low < 0.5 && high > 0.5).toBe(true);
  expect(page).toContain(
    `in ${usual.lessSure} of 100 (${spanOf(usual.lessSure)}): as often as a coin would have it`,
  );
});

test("of sixteen directions three stay", () => {
  const {arrays} = unpackBundle(dataFile("face-axes"));
  expect(shownStays.map((name) => arrays[name]!.shape)).toEqual([
    [1, 16],
    [2, 16],
  ]);
  expect(page).toContain("The mouth has one direction, the background two.");
  expect(page).toContain("Thirteen of sixteen directions come from the one, three from the other.");
});

test("what it says of the law stands in the table, with its day", () => {
  const rules = (from: string, part: string) =>
    lawRules.filter((rule) => rule.from === from && rule.rule.includes(part));
  expect(rules("2026-08-02", "whoever publishes a deepfake says that it is one")).toHaveLength(1);
  expect(page).toContain("from 2 August 2026: whoever publishes a deepfake says that it is one");
  expect(rules("2025-09-01", "Removing them is forbidden")).toHaveLength(1);
  expect(page).toContain("from 1 September 2025: services label");
  expect(rules("2026-05-19", "within 48 hours of a request")).toHaveLength(1);
  expect(page).toContain("within 48 hours of a request, from 19 May 2026");
  expect(page).toContain("as of 29 November 2026");
  expect(new Set(lawRules.map(({checked}) => checked))).toEqual(new Set(["2026-11-29"]));
});
