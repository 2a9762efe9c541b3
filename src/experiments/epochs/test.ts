import {afterAll, beforeAll, expect, test} from "vitest";
import {setupMaker, trained} from "../../../test/src/experiments/made-setup.js";
import {startWasm} from "../../../test/wasm.js";
import type {Setup} from "../../lib/training/setup.js";
import {epochs} from "./experiment.js";
import {makeEpochs} from "./setup.js";
import {stoppingOf} from "./stopping.js";

const make = setupMaker(epochs, makeEpochs, {pictures: 50, width: 64});
const made: Setup[] = [];

async function kernelAfter(given: Readonly<Record<string, unknown>>, steps: number) {
  const setup = await trained(await make(given), steps);
  made.push(setup);
  const state = await setup.model.state();
  return Object.entries(state).find(([name]) => name.endsWith("hidden1/kernel"))![1].data;
}

const lengthOf = (values: ArrayLike<number>) =>
  Math.sqrt(Array.from(values).reduce((sum, value) => sum + value * value, 0));

beforeAll(startWasm);
afterAll(() => {
  for (const setup of made) setup.dispose();
});

test("fifty pictures are known by heart after sixty epochs", async () => {
  const setup = await trained(await make(), 150);
  made.push(setup);
  const [loss, right] = (await setup.snapshot()).fit!.data as unknown as [number, number];
  expect(right).toBe(100);
  expect(loss).toBeLessThan(0.1);
});

test("weight decay makes weights shorter, and dropout makes another step of the same batch", async () => {
  const [plain, decayed, silenced] = [
    await kernelAfter({}, 20),
    await kernelAfter({weightDecay: 5}, 20),
    await kernelAfter({dropout: 0.5}, 20),
  ];
  expect(lengthOf(decayed)).toBeLessThan(0.95 * lengthOf(plain));
  expect(silenced).not.toEqual(plain);
});

test("early stopping gives up after so many looks without a new least loss, and not before", () => {
  const losses = [5, 3, 4, 4, 2, 3, 3, 3, 1];
  expect(stoppingOf(losses, 3)).toEqual({best: 4, stopped: 7});
  expect(stoppingOf(losses, 2)).toEqual({best: 1, stopped: 3});
  expect(stoppingOf(losses, 4)).toEqual({best: 8, stopped: undefined});
  expect(stoppingOf([], 3)).toEqual({best: -1, stopped: undefined});
  expect(stoppingOf([2, 2, 2], 2), "as low as before is no new least").toEqual({
    best: 0,
    stopped: 2,
  });
});
