import {expect, test} from "vitest";
import {sheetPng} from "../../../data/png.js";
import {withPngText} from "../../../lib/png-text.js";
import {keyText, newKeys, withCredential} from "../../../lib/provenance/credential.js";
import {verify} from "../../../lib/provenance/verify.js";
import type {Chapter} from "../../../src/course/course-page.js";
import {type Change, changedFile, changes} from "../../../src/provenance/changes.js";
import {runLink} from "../../../src/provenance/run-link.js";
import {toldRun} from "../../../src/provenance/told-run.js";

const recipe = "gan-digits, step 400, wasm\nseed = 7\nlearningRate = 0.002\nasked = a red bird";

test("a recipe leads to the page that shows its experiment, with its settings", () => {
  const page = {path: "lessons/03-gans/digits", experiments: ["gan-digits"]};
  const course = [{pages: [page]}] as unknown as readonly Chapter[];
  const link = runLink(toldRun(recipe)!, course);
  expect(link).toBe(
    "lessons/03-gans/digits#gan-digits.seed=7&gan-digits.learningRate=0.002&gan-digits.asked=a+red+bird",
  );
  expect(runLink({...toldRun(recipe)!, experiment: "gone"}, course)).toBeUndefined();
});

test("each change of a signed file is named by its own verdict", async () => {
  const {subtle} = globalThis.crypto;
  const [own, stranger] = await Promise.all([newKeys(subtle), newKeys(subtle)]);
  const sheet = (value: number) => {
    const data = new Uint8Array(36).fill(value);
    return withPngText(sheetPng({data, shape: [1, 6, 6, 1]}, 1, 1), "Recipe", recipe);
  };
  const now = new Date("2026-11-29T12:00:00Z");
  const told = {recipe, from: "2026-11-29T11:00:00.000Z", until: "2027-11-29T11:00:00.000Z"};
  const files = {
    signed: await withCredential(sheet(9), told, {subtle, keys: own}),
    foreign: await withCredential(sheet(9), told, {subtle, keys: stranger}),
    otherPixels: sheet(10),
  };
  const known = [await keyText(subtle, own)];
  const verdictOf = async (change: Change) => {
    const time = change === "later" ? new Date("2028-11-29") : now;
    return (await verify(changedFile(change, files), {subtle, known, now: time})).verdict;
  };
  const names = Object.keys(changes) as Change[];
  expect(await Promise.all(names.map(verdictOf))).toEqual([
    ...["holds", "pixels", "statement", "other", "foreign", "expired", "broken", "none"],
  ]);
});
