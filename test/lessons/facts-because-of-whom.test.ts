/** Numbers that the page about sources says, computed again. */
import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {beyondByChance} from "../../src/experiments/authorship/changes.js";
import {authorship} from "../../src/experiments/authorship/experiment.js";
import {
  floorCount,
  measuredCount,
  runCount,
  shownCount,
  sourceCount,
} from "../../src/experiments/authorship/sources.js";

const page = readFileSync(
  new URL("../../lessons/10-ethics/because-of-whom.md", import.meta.url),
  "utf8",
);
const {each, maxSteps} = authorship.params;

test("the default run is the one that is told", () => {
  expect([sourceCount, floorCount, runCount, shownCount]).toEqual([8, 8, 17, 8]);
  expect(page).toContain(`Eight sources gave ${each.default} pictures each`);
  expect(page).toContain(`without ${each.default} pictures drawn by lot`);
  expect(page).toContain(`seventeen times at once, ${maxSteps.default} steps each`);
  expect(page).toContain(`Of ${measuredCount} pictures, with five seeds`);
});

test("chance has the shares that are said", () => {
  expect(beyondByChance).toBeCloseTo(1 / 9, 12);
  expect(page).toContain("in one of nine cases");
  expect(page).toContain(`${100 / sourceCount} %`);
  expect(page).toContain(`| ${Math.round(100 * beyondByChance)} % |`);
  const pairs = sourceCount * shownCount;
  expect(page).toContain(
    `of the ${pairs} in the matrix, ${Math.round(pairs * beyondByChance)} are to be expected`,
  );
});
