import {afterAll, beforeAll, expect, test} from "vitest";
import {setupMaker, trained} from "../../../test/src/experiments/made-setup.js";
import {startWasm} from "../../../test/wasm.js";
import {Random} from "../../lib/random.js";
import type {Setup} from "../../lib/training/setup.js";
import {train} from "../../lib/training/train.js";
import {learningRate} from "./experiment.js";
import {leastOf, lossAt, rateNames, sweptRates} from "./rates.js";
import {makeLearningRate} from "./setup.js";

const make = setupMaker(learningRate, makeLearningRate, {batchSize: 4, maxSteps: 40});
const made: Setup[] = [];

/** The losses of each step. */
async function lossesOf(given: Readonly<Record<string, unknown>>, steps: number) {
  const setup = await make(given);
  made.push(setup);
  const losses: Record<string, number>[] = [];
  const {model, batches} = setup;
  const run = {model, batches, random: new Random(1), step: 0};
  for await (const {scalars} of train(run, {steps})) losses.push({...scalars});
  return losses;
}

beforeAll(startWasm);
afterAll(() => {
  for (const setup of made) setup.dispose();
});

test("all rates begin with the same weights and the same batch, and then part", async () => {
  const [first, second] = await lossesOf({}, 2);
  expect(new Set(Object.values(first!)).size).toBe(1);
  expect(new Set(Object.values(second!)).size).toBe(rateNames.length);
});

test("a hundredth of a warm-up at 0.01 is the step of a constant 0.0001", async () => {
  const [, constant] = await lossesOf({maxSteps: 1000}, 2);
  const [, warm] = await lossesOf({maxSteps: 1000, schedule: "warmUp"}, 2);
  expect(warm!.rate5).toBeCloseTo(constant!.rate1!, 5);
  expect(warm!.rate5).not.toBeCloseTo(constant!.rate5!, 3);
});

test("a network whose loss has left all bounds keeps its weights, and the others go on", async () => {
  const setup = await trained(await make({gain: 3, layers: 3}), 5);
  made.push(setup);
  const before = await setup.model.state();
  await trained(setup, 1);
  const after = await setup.model.state();
  const lost = [...before.lost!.data];
  expect([lost.includes(0), lost.includes(1)]).toEqual([true, true]);
  rateNames.forEach((name, i) => {
    const arrays = Object.keys(before).filter((key) => key.startsWith(`${name}/`));
    expect(arrays.length).toBeGreaterThan(7);
    const isSame = arrays.every((key) => String(after[key]!.data) === String(before[key]!.data));
    expect(isSame, name).toBe(lost[i] === 1);
  });
});

test("the loss now is the mean of the last twenty, and none before the first", () => {
  const losses = Array.from({length: 30}, (_, i) => i);
  expect(lossAt(losses, 30)).toBe(19.5);
  expect(lossAt(losses, 3)).toBe(1);
  expect(lossAt(losses, 0)).toBeNaN();
  expect([leastOf([3, 1, 2]), leastOf([Number.NaN, 4]), leastOf([Number.NaN])]).toEqual([1, 1, -1]);
});

test("each rate is about three times the one before", () => {
  const rates = Object.values(sweptRates);
  rates.slice(1).forEach((rate, i) => {
    expect(rate / rates[i]!).toBeGreaterThan(2.9);
    expect(rate / rates[i]!).toBeLessThan(3.4);
  });
});
