import {afterAll, beforeAll, expect, test} from "vitest";
import {setupMaker, trained} from "../../../test/src/experiments/made-setup.js";
import {startWasm} from "../../../test/wasm.js";
import {dataFiles} from "../../data/data-file.js";
import * as tf from "../../lib/tf.js";
import type {Setup} from "../../lib/training/setup.js";
import {foolTheMetric, panelMeasures} from "./experiment.js";
import {makeFoolTheMetric} from "./setup.js";

const make = setupMaker(foolTheMetric, makeFoolTheMetric);
let noise: Setup;

beforeAll(async () => {
  await startWasm();
  noise = await make({learningRate: 0.05});
});
afterAll(() => noise.dispose());

test("noise climbs past real pictures in the attacked score, and gains little with the witness", async () => {
  const {scalars: before, floors, arrays} = await noise.measure();
  expect(before.inception).toBeLessThan(2);
  await trained(noise, 25);
  const {scalars} = await noise.measure();
  expect(scalars.inception).toBeGreaterThan(floors.inception!.low);
  expect(scalars.witnessInception).toBeLessThan(floors.witnessInception!.low / 2);
  expect(scalars.witnessFrechet).toBeGreaterThan(5 * floors.witnessFrechet!.high);
  const bands = panelMeasures.flatMap((name) => [floors[name]!.low, floors[name]!.high]);
  expect(arrays.bands!.data).toEqual(Float32Array.from(bands));
});

test("all pixels stay between black and white", async () => {
  const {samples, panel} = await noise.snapshot();
  expect(samples!.shape).toEqual([24, 28, 28, 1]);
  expect(panel).toBeUndefined();
  const state = await noise.model.state();
  const [pixels] = Object.values(state);
  expect(Math.max(...Array.from(pixels!.data, Math.abs))).toBe(1);
});

test("real pictures lie in every band before they are moved, and by two pixels the distance sees it", async () => {
  const real = await make({start: "real"});
  const {scalars, floors} = await real.measure();
  for (const name of panelMeasures) {
    const {low, high} = floors[name]!;
    expect(scalars[name], name).toBeGreaterThan(low - (high - low) / 2);
    expect(scalars[name], name).toBeLessThan(high + (high - low) / 2);
  }
  const still = await real.snapshot();
  real.sample!({shift: 2});
  const moved = await real.snapshot();
  expect(moved.samples!.data.subarray(28 * 14 + 2, 28 * 15)).toEqual(
    still.samples!.data.subarray(28 * 14, 28 * 15 - 2),
  );
  const {scalars: far} = await real.measure();
  expect(far.frechet).toBeGreaterThan(floors.frechet!.high);
  expect(moved.panel!.data[3 * panelMeasures.indexOf("frechet")]).toBeCloseTo(far.frechet!, 3);
  real.dispose();
});

test("one digit of each class satisfies both scores, and nothing that asks for variety", async () => {
  const repeated = await make({start: "onePerClass"});
  const {scalars, floors} = await repeated.measure();
  expect(scalars.inception).toBeGreaterThan(floors.inception!.high);
  expect(scalars.witnessInception).toBeGreaterThan(floors.witnessInception!.high);
  expect(scalars.nearest).toBe(0);
  expect(scalars.coverage).toBeLessThan(floors.coverage!.low / 3);
  expect(scalars.frechet).toBeGreaterThan(5 * floors.frechet!.high);
  repeated.dispose();
});

test("nothing asked leaves a tensor behind, nor does the setup", async () => {
  const before = tf.memory().numTensors;
  const other = await trained(await make({attack: "frechet"}), 1);
  await other.snapshot();
  tf.dispose(other.probe("pictures"));
  tf.dispose(Object.values(other.batches.next()));
  other.dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test("a missing file is named", async () => {
  const files = dataFiles("digits-train", "digits-test", "classifier-digits");
  await expect(make({}, {files})).rejects.toThrow(/missing file: classifier-digits-second/);
});
