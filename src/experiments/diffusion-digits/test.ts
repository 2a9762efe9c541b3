import {afterAll, beforeAll, expect, test} from "vitest";
import {setupMaker, trained} from "../../../test/src/experiments/made-setup.js";
import {startWasm} from "../../../test/wasm.js";
import {dataFiles} from "../../data/data-file.js";
import type {NdArray} from "../../lib/array.js";
import type {Params} from "../../lib/params.js";
import * as tf from "../../lib/tf.js";
import type {Setup} from "../../lib/training/setup.js";
import {diffusionDigits} from "./experiment.js";
import {makeDiffusionDigits} from "./setup.js";

const make = setupMaker(diffusionDigits, makeDiffusionDigits, {
  baseWidth: 4,
  batchSize: 8,
  steps: 4,
});
const asAtFirst = {sampler: "euler", steps: 4, eta: 0, digit: "all", guidance: 1, hand: 1};
let setup: Setup;

beforeAll(async () => {
  await startWasm();
  setup = await trained(await make(), 6);
});
afterAll(() => setup.dispose());

const drawn = (asking: Params = {}) => {
  setup.sample!({...asAtFirst, ...asking});
  return setup.snapshot();
};
/** The 20 pictures of one step. */
const ofStep = ({data}: NdArray, step: number) =>
  data.slice(step * 20 * 196, (step + 1) * 20 * 196);
const number = (value: number): NdArray => ({data: Float32Array.of(value), shape: [1]});

test("a snapshot has every step, from the same noise to the pictures at the end", async () => {
  const {samples, noisy, clean} = await drawn();
  expect(samples!.shape).toEqual([20, 14, 14, 1]);
  expect(noisy!.shape).toEqual([100, 14, 14, 1]);
  expect(clean!.shape).toEqual([100, 14, 14, 1]);
  expect(ofStep(noisy!, 4)).toEqual(samples!.data);
  expect(ofStep(clean!, 4)).toEqual(samples!.data);
  const other = await drawn({digit: "3", steps: 2, sampler: "heun"});
  expect(ofStep(other.noisy!, 0)).toEqual(ofStep(noisy!, 0));
  expect(other.noisy!.shape[0]).toBe(60);
  expect(ofStep((await drawn({hand: 2})).noisy!, 0)).not.toEqual(ofStep(noisy!, 0));
});

test("the same asking draws the same pictures, another one others", async () => {
  const {samples} = await drawn();
  expect((await drawn()).samples).toEqual(samples);
  for (const other of [
    {sampler: "ddpm"},
    {sampler: "heun"},
    {guidance: 3},
    {digit: "none"},
    {digit: "4"},
  ])
    expect((await drawn(other)).samples, JSON.stringify(other)).not.toEqual(samples);
});

test("on a straight path DDIM is Euler's, and with an eta of 1 DDPM's", async () => {
  const near = async (a: Params, b: Params) => {
    const [one, other] = [(await drawn(a)).samples!.data, (await drawn(b)).samples!.data];
    for (const [i, value] of one.entries())
      expect(Math.abs(value - other[i]!)).toBeLessThanOrEqual(1);
  };
  await near({sampler: "euler"}, {sampler: "ddim", eta: 0});
  await near({sampler: "ddpm"}, {sampler: "ddim", eta: 1});
});

test("measures as many pictures as it says, the same again, whatever the reader draws", async () => {
  setup.sample!(asAtFirst);
  const {scalars, floors} = await setup.measure();
  expect(scalars.samples).toBe(250);
  expect(scalars.frechet).toBeGreaterThan(5 * floors.frechet!.high);
  expect(floors.agreement!.low).toBeGreaterThan(90);
  expect(floors.copies!.low).toBeLessThan(5);
  expect(floors.copies!.high).toBeGreaterThan(5);
  setup.sample!({...asAtFirst, steps: 1, digit: "none"});
  expect((await setup.measure()).scalars).toEqual(scalars);
});

test("tells the distance of any number of steps, and refuses what is none", async () => {
  setup.sample!(asAtFirst);
  const {distance, floor} = await setup.answers.distance!({steps: number(2)});
  expect(distance!.data[0]).toBeGreaterThan(floor!.data[1]!);
  for (const wrong of [0, 51, 1.5, Number.NaN])
    await expect(setup.answers.distance!({steps: number(wrong)})).rejects.toThrow(/invalid steps/);
  await expect(setup.answers.distance!({})).rejects.toThrow(/missing input: steps/);
});

test("finds the training picture nearest to a picture", async () => {
  const {samples} = await drawn();
  const image = {data: samples!.data.slice(0, 196), shape: [1, 14, 14, 1]};
  const {image: nearest, distance} = await setup.answers.nearest!({image});
  expect(nearest!.shape).toEqual([1, 14, 14, 1]);
  expect(distance!.data[0]).toBeGreaterThan(0);
  const again = await setup.answers.nearest!({image: nearest!});
  expect(again.distance!.data[0]).toBe(0);
});

test("nothing asked leaves a tensor behind, nor does the setup", async () => {
  const before = tf.memory().numTensors;
  const other = await make();
  await other.snapshot();
  await other.measure();
  tf.dispose(other.probe("denoiser"));
  tf.dispose(Object.values(other.batches.next()));
  other.dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test("a missing file is named", async () => {
  const files = dataFiles("digits-train", "classifier-digits");
  await expect(make({}, {files})).rejects.toThrow(/missing file: digits-test/);
});
