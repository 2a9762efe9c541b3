/** Numbers that the page about shares says, computed again. */
import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {amplification} from "../../src/experiments/amplification/experiment.js";
import {measuredCount} from "../../src/experiments/amplification/generations.js";

const page = readFileSync(
  new URL("../../lessons/10-ethics/who-is-left.md", import.meta.url),
  "utf8",
);
const {share, temperature, pictures, generationSteps, maxSteps} = amplification.params;

test("the default run is the one that is told", () => {
  expect(page).toContain(
    `Of ${pictures.default} sevens that people wrote, ${share.default} of 100`,
  );
  expect(page).toContain(`these ${pictures.default}, for ${generationSteps.default} steps`);
  expect(page).toContain("so on, six times");
  expect(maxSteps.default / generationSteps.default).toBe(6);
  expect(temperature.default).toBe(1);
  expect(page).toContain(`counted among ${measuredCount} pictures`);
});

test("where a part of each share is made, and a part of each set kept, shares end where is said", () => {
  const part = 0.75;
  const made = (kept: number, generations: number) => {
    let now: number = part * share.default;
    for (let g = 1; g < generations; g++) now = part * (kept * share.default + (1 - kept) * now);
    return Math.round(now);
  };
  const before = [1, 2, 3, 4, 5].map((g) => made(0, g));
  expect(page).toContain(`the six generations make ${before.join(", ")} and ${made(0, 6)} %`);
  expect(page).toContain(`With half kept they end at ${made(0.5, 100)} %`);
  expect(made(0, 100)).toBe(0);
});
