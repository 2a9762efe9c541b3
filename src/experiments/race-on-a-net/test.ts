import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {setupMaker, trained} from "../../../test/src/experiments/made-setup.js";
import {startWasm} from "../../../test/wasm.js";
import type {NamedArrays} from "../../lib/array.js";
import {Random} from "../../lib/random.js";
import * as tf from "../../lib/tf.js";
import type {Setup} from "../../lib/training/setup.js";
import {train} from "../../lib/training/train.js";
import {landNodes, raceOnANet} from "./experiment.js";
import {racerNames} from "./racers.js";
import {makeRaceOnANet} from "./setup.js";

const make = setupMaker(raceOnANet, makeRaceOnANet, {batchSize: 4, width: 4, maxSteps: 60});
const made: Setup[] = [];
const steps = 40;
const place = (i: number) => ({racer: {data: Float32Array.of(i), shape: [1]}});

async function ready(given: Readonly<Record<string, unknown>>, count: number): Promise<Setup> {
  const setup = await make(given);
  made.push(setup);
  return trained(setup, count);
}

let setup: Setup;

beforeAll(async () => {
  await startWasm();
  setup = await ready({}, steps);
});
afterAll(() => {
  for (const each of made) each.dispose();
});

test("all begin with the same weights and the same batch, and then part", async () => {
  const {model, batches} = await ready({}, 0);
  const losses: Record<string, number>[] = [];
  const run = {model, batches, random: new Random(1), step: 0};
  for await (const {scalars} of train(run, {steps: 2})) losses.push({...scalars});
  expect(new Set(Object.values(losses[0]!)).size).toBe(1);
  expect(new Set(Object.values(losses[1]!)).size).toBe(racerNames.length);
});

test("an optimiser keeps as many numbers a weight as its rule remembers", async () => {
  const {memory} = await setup.snapshot();
  const weights = memory!.data.at(-1)!;
  expect([...memory!.data].map((bytes) => bytes / weights)).toEqual([0, 1, 1, 2, 1]);
  expect(weights).toBe(4 * (197 * 4 + 5 * 10));
});

test("the average of a decay of 0 is the network itself, another one is not", async () => {
  const [none, long] = [await ready({averaging: 0}, 12), await ready({averaging: 0.9}, 12)];
  const {scalars} = await none.measure();
  const {scalars: averaged} = await long.measure();
  for (const name of racerNames) {
    expect(scalars[`${name}Averaged`], name).toBe(scalars[`${name}Test`]);
    expect(averaged[`${name}Averaged`], name).not.toBe(averaged[`${name}Test`]);
    expect(averaged[`${name}Test`], name).toBe(scalars[`${name}Test`]);
  }
});

describe("the land about a path", () => {
  const lands: NamedArrays[] = [];

  test("has the run's own loss at its centre, to the bit", async () => {
    for (const name of ["momentum", "adam"] as const) {
      const land = await setup.answers.land!(place(racerNames.indexOf(name)));
      lands.push(land);
      const {heights, own, losses, path} = land;
      expect(heights!.data[(landNodes * landNodes - 1) / 2], name).toBe(own!.data[0]);
      expect(losses!.data.at(-1), name).toBe(own!.data[0]);
      expect([...path!.data.slice(-2)], name).toEqual([0, 0]);
    }
  });

  test("holds the path with room about it, which began at the loss of the first weights", () => {
    for (const {path, extent, losses, shares} of lands) {
      const farthest = Math.max(...[...path!.data].map(Math.abs));
      expect(extent!.data[0]).toBeGreaterThan(1.2 * farthest);
      expect(losses!.shape).toEqual([path!.shape[0]]);
      const [across, up] = shares!.data as Float32Array;
      expect(across).toBeGreaterThan(up!);
      expect(across! + up!).toBeLessThanOrEqual(1.000001);
      expect(losses!.data[0]).toBe(lands[0]!.losses!.data[0]);
    }
  });

  test("moves no weight and leaves no tensor behind", async () => {
    const before = await setup.model.state();
    const tensors = tf.memory().numTensors;
    await setup.answers.land!(place(2));
    expect(tf.memory().numTensors).toBe(tensors);
    expect(await setup.model.state()).toEqual(before);
  });

  test("is refused before there is a path, for who is lost, and for nobody", async () => {
    const fresh = await ready({}, 0);
    await expect(fresh.answers.land!(place(0))).rejects.toThrow("too short a path: 1 places");
    const lost = await ready({}, 0);
    const state = await setup.model.state();
    lost.model.restore({...state, lost: {data: Uint8Array.of(0, 1, 0, 0), shape: [4]}});
    await expect(lost.answers.land!(place(1))).rejects.toThrow("momentum is lost");
    await expect(setup.answers.land!(place(4))).rejects.toThrow("invalid racer: 4");
    await expect(setup.answers.land!({})).rejects.toThrow("invalid racer: undefined");
  });
});
