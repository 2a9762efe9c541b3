import {afterAll, beforeAll, expect, test} from "vitest";
import {setupMaker, trained} from "../../../test/src/experiments/made-setup.js";
import {startWasm} from "../../../test/wasm.js";
import {noiseLevels} from "../../lib/noise-levels.js";
import type {Setup} from "../../lib/training/setup.js";
import {perLevel, seenInNoise} from "./experiment.js";
import {observerOf, saidCaptions} from "./observers.js";
import {makeSeenInNoise} from "./setup.js";

const make = setupMaker(seenInNoise, makeSeenInNoise, {batchSize: 4, width: 2});
const made: Setup[] = [];
const madeWith = async (given: object) => {
  const setup = await make({...given});
  made.push(setup);
  return setup;
};

beforeAll(startWasm);
afterAll(() => {
  for (const setup of made) setup.dispose();
});

test("every run is asked for the same pictures, whatever it has learned from", async () => {
  const [one, other] = await Promise.all([madeWith({noise: 0}), madeWith({noise: 1, width: 3})]);
  const pictures = async (setup: Setup) => (await setup.snapshot()).pictures!;
  const {data, shape} = await pictures(one!);
  expect(shape).toEqual([noiseLevels.length, 28, 28, 1]);
  expect((await pictures(other!)).data).toEqual(data);
});

test("what is shown and measured is of the network as it is now", async () => {
  const setup = await madeWith({});
  const before = await setup.snapshot();
  await trained(setup, 3);
  const after = await setup.snapshot();
  expect([...after.right!.data, ...after.said!.data]).not.toEqual([
    ...before.right!.data,
    ...before.said!.data,
  ]);
  const {scalars, intervals, arrays} = await setup.measure();
  const [threshold, , , low, high] = after.fit!.data;
  expect(scalars.halfway).toBeCloseTo(threshold!, 6);
  expect(intervals!.halfway!.low).toBeCloseTo(low!, 6);
  expect(arrays.fit!.data[4]).toBe(high);
  expect(intervals!.clean!.low).toBeLessThan(scalars.clean!);
});

test("a run is drawn with its counts, and told by its noise", () => {
  const run = {number: 2, params: {noise: 0}} as unknown as Parameters<typeof observerOf>[0];
  const right = Uint8Array.from(noiseLevels, (_, i) => 6 * i);
  const fit = Float32Array.of(0.5, 0.07, 0, 0.45, 0.55);
  const {name, trials, fitted} = observerOf(run, right, fit);
  expect(name).toBe("Run 2, clean digits only");
  expect(trials).toHaveLength(noiseLevels.length * perLevel);
  expect(trials.filter(({isRight}) => isRight)).toHaveLength(6 * 45);
  expect(fitted!.interval[1]).toBeCloseTo(0.55, 6);
  expect(saidCaptions(Uint8Array.of(8, 8, 8, 5, 5, 5, 0, 0, 0, 0))[3]).toBe("0.25: 5");
});
