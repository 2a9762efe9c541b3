import {afterAll, beforeAll, expect, test} from "vitest";
import {setupMaker} from "../../../test/src/experiments/made-setup.js";
import {startWasm} from "../../../test/wasm.js";
import {dataFiles} from "../../data/data-file.js";
import type {NdArray} from "../../lib/array.js";
import {pick} from "../../lib/image.js";
import * as tf from "../../lib/tf.js";
import type {Setup} from "../../lib/training/setup.js";
import {picturesIn} from "../shared/run-files.setup.js";
import {ganDigits} from "./experiment.js";
import {makeGanDigits} from "./setup.js";

const make = setupMaker(ganDigits, makeGanDigits, {baseWidth: 4, latentSize: 8});
let setup: Setup;

beforeAll(async () => {
  await startWasm();
  setup = await make();
});
afterAll(() => setup.dispose());

const number = (value: number): NdArray => ({data: Float32Array.of(value), shape: [1]});
const ask = (question: string, inputs = {}) => setup.answers[question]!(inputs);

test("a sheet is 40 pictures of the same noise, each with the judge's opinion", async () => {
  const {samples, scores} = await setup.snapshot();
  expect(samples!.shape).toEqual([40, 28, 28, 1]);
  expect(samples!.data).toBeInstanceOf(Uint8Array);
  expect(scores!.shape).toEqual([40]);
  expect(scores!.data.every((p) => p >= 0 && p <= 1)).toBe(true);
});

test("a walk starts and ends at the two pictures", async () => {
  const {latents} = await ask("latents");
  expect(latents!.shape).toEqual([40, 8]);
  const row = (i: number): NdArray => ({
    data: (latents!.data as Float32Array).slice(8 * i, 8 * i + 8),
    shape: [8],
  });
  const answer = await ask("walk", {from: row(0), to: row(1), count: number(6)});
  const {samples, straight, lengths, usual} = answer;
  const sheet = await setup.snapshot();
  expect(samples!.shape).toEqual([6, 28, 28, 1]);
  expect(samples!.data.slice(0, 784)).toEqual(sheet.samples!.data.slice(0, 784));
  expect(samples!.data.slice(5 * 784)).toEqual(sheet.samples!.data.slice(784, 2 * 784));
  expect(straight!.data.slice(0, 784)).toEqual(sheet.samples!.data.slice(0, 784));
  expect(straight!.data.slice(3 * 784, 4 * 784)).not.toEqual(samples!.data.slice(3 * 784, 4 * 784));
  expect(lengths!.shape).toEqual([2, 6]);
  const length = Math.hypot(...(row(0).data as Float32Array));
  expect(lengths!.data[0]).toBeCloseTo(length, 4);
  expect(lengths!.data[6]).toBeCloseTo(length, 4);
  expect(lengths!.data[8]).toBeLessThan(lengths!.data[2]!);
  // The length of 8 normal numbers: the root of a chi-squared, whose 2.5 and 97.5 % quantiles are 2.18 and 17.53.
  expect(Math.abs(usual!.data[0]! - Math.sqrt(2.18))).toBeLessThan(0.25);
  expect(Math.abs(usual!.data[1]! - Math.sqrt(17.53))).toBeLessThan(0.25);
  await expect(ask("walk", {from: row(0), to: row(1)})).rejects.toThrow(/missing input: count/);
  for (const count of [0, 401, 1.5])
    await expect(ask("walk", {from: row(0), to: row(1), count: number(count)})).rejects.toThrow(
      /invalid count: .* \(a whole number/,
    );
  const seven = {data: new Float32Array(7), shape: [7]};
  await expect(ask("walk", {from: seven, to: seven, count: number(2)})).rejects.toThrow(
    /invalid latents: 14 values/,
  );
  const broken = {data: new Float32Array(8).fill(Number.NaN), shape: [8]};
  await expect(ask("walk", {from: broken, to: row(1), count: number(2)})).rejects.toThrow(
    /invalid from: NaN/,
  );
});

test("the nearest training picture to a training picture is that one", async () => {
  const {images, labels} = picturesIn(dataFiles("digits-train"), "digits");
  const third = pick(images, [2]);
  const {image, distance, label} = await ask("nearest", {image: third});
  expect(image!.data).toEqual(third.data);
  expect(distance!.data[0]).toBe(0);
  expect(label!.data[0]).toBe(labels[2]);
  const floats = {...third, data: Float32Array.from(third.data, (byte) => byte / 127.5 - 1)};
  expect(await ask("nearest", {image: floats})).toEqual({image, distance, label});
});

test("an untrained generator is far above the floor and covers few classes", async () => {
  const {scalars, floors, arrays} = await setup.measure();
  expect(scalars.samples).toBe(512);
  expect(floors.frechet!.low).toBeLessThan(floors.frechet!.high);
  expect(scalars.frechet).toBeGreaterThan(20 * floors.frechet!.high);
  expect(scalars.coverage).toBeLessThan(6);
  expect(arrays.coverage!.data).toHaveLength(10);
  expect((await setup.measure()).scalars).toEqual(scalars);
});

test("nothing asked leaves a tensor behind, nor does the setup", async () => {
  const before = tf.memory().numTensors;
  const other = await make();
  await other.snapshot();
  await other.measure();
  for (const network of ["generator", "discriminator"]) tf.dispose(other.probe(network));
  tf.dispose(other.batches.next());
  other.dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test("a missing file is named", async () => {
  await expect(make({}, {files: {}})).rejects.toThrow(/missing file: digits-train/);
});
