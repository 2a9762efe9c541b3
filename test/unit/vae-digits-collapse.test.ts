import {readFileSync} from "node:fs";
import {beforeAll, describe, expect, test} from "vitest";
import {type NodeRun, startRun, useWasm} from "../../bench/start-run.js";
import {vaeDigits} from "../../lib/experiments/vae-digits.js";
import {defaultParams} from "../../lib/params.js";
import type {Measurement} from "../../lib/training/protocol.js";
import {train} from "../../lib/training/train.js";

beforeAll(() => useWasm());

const text = readFileSync(new URL("../../lessons/04-vaes/index.md", import.meta.url), "utf8");
const dear = {beta: 40};
const [illSteps, backSteps, curedSteps] = [200, 200, 100];
/** The one that the page starts with, and four others. */
const seeds = [defaultParams(vaeDigits.params).seed, 1, 2, 3, 4];

async function measuredAfter(
  {setup, run}: NodeRun,
  steps: number,
): Promise<Omit<Measurement, "step">> {
  for await (const _ of train(run, {steps}));
  return setup.measure();
}

const begun = (seed: number, given: object) => startRun(vaeDigits.id, {seed, ...given});

/** Better than a code that tells nothing, by more than chance: a decoder that listens. */
function expectToSpeak({scalars, floors}: Omit<Measurement, "step">): void {
  expect(scalars.heldOutKl).toBeGreaterThan(1);
  expect(scalars.heldOutElbo).toBeGreaterThan(floors.heldOutElbo!.high + 5);
  expect(scalars.coverage).toBeGreaterThan(0);
}

describe.each(seeds)("posterior collapse, seed %i", (seed) => {
  test("comes of a beta of 40, and goes when beta is 1 again", async () => {
    const run = await begun(seed, dear);
    const {scalars, floors} = await measuredAfter(run, illSteps);
    expect(scalars.heldOutKl).toBeLessThan(0.1);
    expect(scalars.coverage).toBe(0);
    expect(scalars.heldOutElbo).toBeGreaterThan(floors.heldOutElbo!.low);
    expect(scalars.heldOutElbo).toBeLessThan(floors.heldOutElbo!.high);
    run.run.model.set("beta", 1);
    expectToSpeak(await measuredAfter(run, backSteps));
    run.setup.dispose();
  });

  test.each([
    ["one free nat for each number", {freeBits: 1}],
    ["a warm-up over 2,000 steps", {warmUpSteps: 2000}],
  ])("does not come with the same beta and %s", async (_, cure) => {
    const run = await begun(seed, {...dear, ...cure});
    const measured = await measuredAfter(run, curedSteps);
    expectToSpeak(measured);
    expect(measured.scalars.active).toBe(2);
    run.setup.dispose();
  });
});

test("the chapter's links and numbers are these", () => {
  for (const link of [
    "beta=40",
    "beta=40&vae-digits.freeBits=1",
    "beta=40&vae-digits.warmUpSteps=2000",
  ])
    expect(text).toContain(`(#vae-digits.${link})`);
  const prose = text.replaceAll(/\s+/g, " ");
  expect(prose).toContain(`What will the KL be after ${illSteps} steps`);
  expect(prose).toContain(`${backSteps} steps later`);
  expect(prose).toContain(`after ${curedSteps} steps`);
});
