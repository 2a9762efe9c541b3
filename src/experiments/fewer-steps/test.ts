import {afterAll, beforeAll, expect, test} from "vitest";
import {setupMaker, trained} from "../../../test/src/experiments/made-setup.js";
import {startWasm} from "../../../test/wasm.js";
import {Random} from "../../lib/random.js";
import * as tf from "../../lib/tf.js";
import type {Setup} from "../../lib/training/setup.js";
import {fewerSteps} from "./experiment.js";
import {makeFewerSteps} from "./setup.js";

const make = setupMaker(fewerSteps, makeFewerSteps, {
  baseWidth: 4,
  batchSize: 8,
  reflowFrom: 4,
});
const asAtFirst = {digits: "low", guidance: fewerSteps.params.guidance.default, hand: 1};
const size = 14 * 14;
let setup: Setup;

beforeAll(async () => {
  await startWasm();
  setup = await make();
});
afterAll(() => setup.dispose());

test("until reflow begins there is one network, then the old one beside the new one", async () => {
  const {before, after, begun} = await setup.snapshot();
  expect(after!.shape).toEqual([30, 14, 14, 1]);
  expect([before, begun!.data[0]]).toEqual([after, 0]);
  await trained(setup, 4);
  const old = await setup.snapshot();
  await trained(setup, 3, new Random(2));
  const now = await setup.snapshot();
  expect(now.begun!.data[0]).toBe(1);
  expect(now.before).toEqual(old.after);
  expect(now.after).not.toEqual(now.before);
});

test("a row has the noise of all others, and what is asked for changes it", async () => {
  const fresh = await make();
  const {after} = await fresh.snapshot(); // at first the network says 0: the pictures are the noise
  const row = (i: number) => after!.data.slice(i * 5 * size, (i + 1) * 5 * size);
  for (let i = 1; i < 6; i++) expect(row(i)).toEqual(row(0));
  fresh.dispose();
  const low = await setup.snapshot();
  for (const asking of [{digits: "high"}, {guidance: 1}, {hand: 2}]) {
    setup.sample!({...asAtFirst, ...asking});
    const {before, after} = await setup.snapshot();
    expect(before).not.toEqual(low.before);
    if (!("guidance" in asking)) expect(after).not.toEqual(low.after);
    else expect(after).toEqual(low.after); // what has learned from guided pairs is not guided
  }
  setup.sample!(asAtFirst);
  expect(await setup.snapshot()).toEqual(low);
});

test("tells the distance of any number of steps, with the old network's once there is one", async () => {
  const ask = (target: Setup) =>
    target.answers.distance!({steps: {data: Float32Array.of(1), shape: [1]}});
  const {distance, teacher} = await ask(setup);
  const {scalars, floors} = await setup.measure();
  expect(distance!.data[0]).toBeCloseTo(scalars.one!, 2);
  expect(teacher!.data[0]).not.toBe(distance!.data[0]);
  expect(scalars.one).toBeGreaterThan(5 * floors.one!.high);
  const fresh = await make();
  expect((await ask(fresh)).teacher).toBeUndefined();
  fresh.dispose();
});

test("goes on bit-equal from a state after reflow began, and leaves no tensor behind", async () => {
  const before = tf.memory().numTensors;
  const [one, other] = [await make(), await make()];
  await trained(one, 6);
  const middle = structuredClone(await one.model.state());
  const place = one.batches.state();
  await trained(one, 2, new Random(3));
  other.model.restore(middle);
  other.batches.restore(place);
  await trained(other, 2, new Random(3));
  expect(await other.model.state()).toStrictEqual(await one.model.state());
  await one.snapshot();
  await one.measure();
  tf.dispose(one.probe("denoiser"));
  one.dispose();
  other.dispose();
  expect(tf.memory().numTensors).toBe(before);
});
