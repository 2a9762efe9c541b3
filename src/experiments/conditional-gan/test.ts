import {afterAll, beforeAll, expect, test} from "vitest";
import {setupMaker} from "../../../test/src/experiments/made-setup.js";
import {startWasm} from "../../../test/wasm.js";
import {dataFiles} from "../../data/data-file.js";
import type {NdArray} from "../../lib/array.js";
import type {Params} from "../../lib/params.js";
import {Random} from "../../lib/random.js";
import * as tf from "../../lib/tf.js";
import type {Setup} from "../../lib/training/setup.js";
import {conditionalGan} from "./experiment.js";
import {makeConditionalGan} from "./setup.js";

const make = setupMaker(conditionalGan, makeConditionalGan, {baseWidth: 4, latentSize: 8});
let setup: Setup;

beforeAll(async () => {
  await startWasm();
  setup = await make();
});
afterAll(() => setup.dispose());

const drawn = async (asking: Params) => {
  setup.sample!({asked: "", oneHand: true, hand: 1, ...asking});
  return setup.snapshot();
};
const picture = ({data}: NdArray, index: number) => data.slice(784 * index, 784 * (index + 1));

test("a sheet has a row of eight for each class, each with the judge's opinion", async () => {
  const {samples, scores} = await setup.snapshot();
  expect(samples!.shape).toEqual([80, 28, 28, 1]);
  expect(samples!.data).toBeInstanceOf(Uint8Array);
  expect(scores!.shape).toEqual([80]);
  expect(scores!.data.every((p) => p >= 0 && p <= 1)).toBe(true);
});

test("a sheet's rows differ by the class alone: with the class's inputs at 0 its columns repeat", async () => {
  const blind = await make();
  const seed = blind.model.networks.generator!.getLayer("seed");
  const [kernel] = seed.getWeights();
  const noiseOnly = tf.concat([
    tf.slice(kernel!, [0, 0], [8, -1]),
    tf.zeros([10, kernel!.shape[1]!]),
  ]);
  seed.setWeights([noiseOnly]);
  const {samples} = await blind.snapshot();
  for (const row of [1, 9]) expect(picture(samples!, 8 * row + 3)).toEqual(picture(samples!, 3));
  expect(picture(samples!, 4)).not.toEqual(picture(samples!, 3));
  const {samples: sighted} = await setup.snapshot();
  expect(picture(sighted!, 8 + 3)).not.toEqual(picture(sighted!, 3));
  blind.dispose();
});

test("what is asked for is drawn: the same class by the same hand is the same picture", async () => {
  const {asked, classes, seen} = await drawn({asked: "2022", hand: 5});
  expect(asked!.shape).toEqual([4, 28, 28, 1]);
  expect([...classes!.data]).toEqual([2, 0, 2, 2]);
  expect(seen!.shape).toEqual([4]);
  expect(picture(asked!, 2)).toEqual(picture(asked!, 0));
  expect(picture(asked!, 1)).not.toEqual(picture(asked!, 0));
  const other = await drawn({asked: "2022", hand: 6});
  expect(picture(other.asked!, 0)).not.toEqual(picture(asked!, 0));
  const hands = await drawn({asked: "2022", hand: 5, oneHand: false});
  expect(picture(hands.asked!, 2)).not.toEqual(picture(hands.asked!, 0));
});

test("nothing asked for is the year, and what cannot be read draws nothing, beside the same sheet", async () => {
  const {classes, samples} = await drawn({asked: ""});
  expect([...classes!.data]).toEqual([2, 0, 2, 6]);
  const none = await drawn({asked: "20a"});
  expect(Object.keys(none).sort()).toEqual(["samples", "scores"]);
  expect(none.samples).toEqual(samples);
});

test("an untrained generator is seen as asked about once in ten; real pictures nearly always", async () => {
  const {scalars, floors, arrays} = await setup.measure();
  expect(scalars.samples).toBe(500);
  expect(scalars.agreement).toBeLessThan(25);
  expect(floors.agreement!.low).toBeGreaterThan(96);
  expect(floors.agreement!.high).toBeLessThanOrEqual(100);
  expect(scalars.frechet).toBeGreaterThan(20 * floors.frechet!.high);
  const mean = (values: ArrayLike<number>) =>
    Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
  expect(mean(arrays.agreement!.data)).toBeCloseTo(scalars.agreement!, 3);
  expect(mean(arrays.realAgreement!.data)).toBeCloseTo(98.7, 1); // as data/manifest.json has it
  expect((await setup.measure()).scalars).toEqual(scalars);
});

test("nothing asked leaves a tensor behind, nor does the setup", async () => {
  const before = tf.memory().numTensors;
  const other = await make();
  await other.snapshot();
  await other.measure();
  for (const network of ["generator", "discriminator"]) tf.dispose(other.probe(network));
  const batch = other.batches.next();
  await other.model.step(batch, new Random(1));
  tf.dispose(batch);
  other.dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test("a missing file is named", async () => {
  const files = dataFiles("digits-train", "classifier-digits");
  await expect(make({}, {files})).rejects.toThrow(/missing file: digits-test/);
});
