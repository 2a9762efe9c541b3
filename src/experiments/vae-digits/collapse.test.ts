import {readFileSync} from "node:fs";
import {beforeAll, describe, expect, test, vi} from "vitest";
import {train} from "../../../lib/training/train.js";
import {type NodeRun, startRun, useWasm} from "../../../tools/runs/start-run.js";
import {defaultParams} from "../../lib/params.js";
import type {Measurement} from "../../lib/training/protocol.js";
import {vaeDigits} from "./experiment.js";

vi.setConfig({testTimeout: 300_000});
beforeAll(() => useWasm());

const text = readFileSync(new URL("../../lessons/04-vaes/index.md", import.meta.url), "utf8");
const dear = {beta: 40};
const steps = {ill: 200, back: 200, freeBits: 200, warmUpSteps: 100};
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
function expectToSpeak({scalars, floors}: Omit<Measurement, "step">, leastNats: number): void {
  expect(scalars.heldOutKl).toBeGreaterThan(leastNats);
  expect(scalars.heldOutElbo).toBeGreaterThan(floors.heldOutElbo!.high + 5);
  expect(scalars.active).toBe(2);
}

/** How far the plane's pixels are from those of its mean picture, 0 to 255. */
async function difference({setup}: NodeRun): Promise<number> {
  const {data, shape} = (await setup.picture({}, {})).plane!;
  const [count = 0] = shape;
  const size = data.length / count;
  const mean = new Float64Array(size);
  data.forEach((value, i) => {
    mean[i % size]! += value / count;
  });
  let sum = 0;
  data.forEach((value, i) => {
    sum += Math.abs(value - mean[i % size]!);
  });
  return sum / data.length;
}

describe.each(seeds)("posterior collapse, seed %i", (seed) => {
  test("comes of a beta of 40, and goes when beta is 1 again", async () => {
    const run = await begun(seed, dear);
    const {scalars, floors} = await measuredAfter(run, steps.ill);
    expect(scalars.heldOutKl).toBeLessThan(0.1);
    expect(scalars.coverage).toBe(0);
    expect(scalars.heldOutElbo).toBeGreaterThan(floors.heldOutElbo!.low);
    expect(scalars.heldOutElbo).toBeLessThan(floors.heldOutElbo!.high);
    const alike = await difference(run);
    run.run.model.set("beta", 1);
    const back = await measuredAfter(run, steps.back);
    expectToSpeak(back, 1);
    expect(back.scalars.coverage).toBeGreaterThan(0);
    expect(alike).toBeLessThan(5);
    expect(await difference(run)).toBeGreaterThan(2 * alike);
    run.setup.dispose();
  });

  test.each([
    ["one free nat for each number", {freeBits: 1}, steps.freeBits],
    ["a warm-up over 2,000 steps", {warmUpSteps: 2000}, steps.warmUpSteps],
  ])("does not come with the same beta and %s", async (_, cure, count) => {
    const run = await begun(seed, {...dear, ...cure});
    expectToSpeak(await measuredAfter(run, count), 0.5);
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
  for (const words of [
    `What will the KL be after ${steps.ill} steps`,
    "The KL falls below 0.1 nats",
    `${steps.back} steps later they told more than 1 nat`,
    `they tell more than half a nat after ${steps.freeBits} steps`,
    `the same holds after ${steps.warmUpSteps} steps: by then beta weighs ${(40 * steps.warmUpSteps) / 2000}`,
  ])
    expect(prose).toContain(words);
});
