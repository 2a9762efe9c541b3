import {afterAll, beforeAll, expect, test} from "vitest";
import {dataFiles} from "../../../data/data-file.js";
import {setupMaker, trained} from "../../../test/src/experiments/made-setup.js";
import {startWasm} from "../../../test/wasm.js";
import {firstOf} from "../../lib/datasets/split.js";
import {Random} from "../../lib/random.js";
import type {Setup} from "../../lib/training/setup.js";
import {picturesIn} from "../shared/run-files.setup.js";
import {mendSet} from "./experiment.js";
import {mended} from "./mended-set.setup.js";
import {makeMendSet} from "./setup.js";
import {spoiltCount, spoiltDigits} from "./spoilt-digits.js";
import {keptWords, takenWords} from "./view.js";

const train = firstOf(picturesIn(dataFiles("digits-train"), "digits"), 1000);
const set = spoiltDigits(train, new Random(7));
const none = {apart: 0, sharpness: 0, agreeing: 0};
const made: Setup[] = [];
const make = setupMaker(mendSet, makeMendSet, {batchSize: 4});

beforeAll(startWasm);
afterAll(() => {
  for (const setup of made) setup.dispose();
});

test("without a sieve everything is kept, and each takes what it is for", () => {
  expect(mended(set, none).kept).toHaveLength(spoiltCount);
  const {kept, taken} = mended(set, {apart: 0.02, sharpness: 0.5, agreeing: 2});
  expect(taken.apart.length).toBeGreaterThanOrEqual(300);
  expect(taken.apart.length).toBeLessThan(310);
  expect(taken.sharpness.length).toBeGreaterThan(190);
  expect(taken.sharpness.length).toBeLessThanOrEqual(200);
  expect(kept.length + taken.agreeing.length).toBeLessThanOrEqual(605);
  const all = [...kept, ...taken.apart, ...taken.sharpness, ...taken.agreeing];
  expect(new Set(all).size).toBe(spoiltCount);
});

test("the same seed spoils in the same way, another in another", () => {
  expect(spoiltDigits(train, new Random(7)).labels).toEqual(set.labels);
  expect(spoiltDigits(train, new Random(8)).labels).not.toEqual(set.labels);
});

test("what is shown and counted is what is learned from; of nothing nothing is learned", async () => {
  const setup = await make({apart: 0.02, sharpness: 0.5, agreeing: 2});
  made.push(setup);
  const {kept, taken, counts} = await setup.snapshot();
  expect([kept!.shape, taken!.shape]).toEqual([
    [40, 28, 28, 1],
    [30, 28, 28, 1],
  ]);
  const {scalars} = await (await trained(setup, 2)).measure();
  expect(counts!.data[0]).toBe(scalars.kept);
  expect(keptWords(counts!.data)).toMatch(/^kept: \d+ of 1,100 pictures/);
  expect(takenWords(Uint32Array.of(600, 300, 200, 0))).toBe(
    "taken out: 300 too near to another, 200 not sharp, 0 that neighbours contradict",
  );
  await expect(make({sharpness: 2, apart: 0.3, agreeing: 5})).rejects.toThrow(
    /nothing is left of 1100.*loosen/,
  );
});
