import {afterAll, beforeAll, expect, test} from "vitest";
import {setupMaker, trained} from "../../../test/src/experiments/made-setup.js";
import {startWasm} from "../../../test/wasm.js";
import type {Params} from "../../lib/params.js";
import * as tf from "../../lib/tf.js";
import type {Setup} from "../../lib/training/setup.js";
import {insideAttention} from "./experiment.js";
import {shareOfLast} from "./looked-way.setup.js";
import {lookOf, lookText} from "./looking.js";
import {makeInsideAttention} from "./setup.js";

const make = setupMaker(insideAttention, makeInsideAttention, {
  start: "zero",
  width: 16,
  batchSize: 8,
  steps: 3,
});
const asAtFirst = {digit: "3", steps: 3, hand: 1};
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

test("a snapshot has every step of a picture, and each patch's look adds up to one", async () => {
  const {samples, noisy, clean, looks} = await drawn();
  expect(samples!.shape).toEqual([20, 14, 14, 1]);
  expect(noisy!.shape).toEqual([4, 14, 14, 1]);
  expect(clean!.shape).toEqual([4, 14, 14, 1]);
  expect(looks!.shape).toEqual([3, 3, 4, 49, 50]);
  for (let row = 0; row < 3 * 3 * 4 * 49; row++) {
    const sum = [...looks!.data.slice(50 * row, 50 * (row + 1))].reduce((a, b) => a + b, 0);
    expect(Math.abs(sum - 255)).toBeLessThanOrEqual(25);
  }
});

test("another digit is looked at otherwise from the same noise; another hand is other noise", async () => {
  const [three, five] = [await drawn(), await drawn({digit: "5"})];
  const firstOf = ({noisy}: typeof three) => noisy!.data.slice(0, 196);
  expect(firstOf(five)).toEqual(firstOf(three));
  expect(five.looks).not.toEqual(three.looks);
  expect(firstOf(await drawn({hand: 2}))).not.toEqual(firstOf(three));
  expect((await drawn({digit: "none"})).looks).not.toEqual(three.looks);
  expect(await drawn()).toEqual(three);
});

test("measures the same again, and how much goes to the digit", async () => {
  const {scalars, floors} = await setup.measure();
  expect((await setup.measure()).scalars).toEqual(scalars);
  expect(scalars.toDigit).toBeGreaterThan(0.5);
  expect(scalars.toDigit).toBeLessThan(20);
  expect(floors.toDigit!.low).toBe(2);
  expect(scalars.frechet).toBeGreaterThan(floors.frechet!.high);
});

test("the trained weights are in the network and in its average, at their own width, where chance would begin with zeros", async () => {
  const pretrained = await make({start: "pretrained"});
  const state = await pretrained.model.state();
  for (const network of ["learner", "average"]) {
    const last = state[`${network}/last/kernel`]!;
    expect(last.shape).toEqual([2, 2, 1, 48]);
    expect(last.data.every((weight) => weight === 0)).toBe(false);
  }
  pretrained.dispose();
});

test("the share of the last token is its part of all looks", () => {
  expect(shareOfLast([Float32Array.of(0.2, 0.8, 0.6, 0.4)], 2)).toBeCloseTo(0.6, 6);
});

test("a look is one head's, or the mean of all, and its words say where most of it goes", () => {
  const data = Uint8Array.of(
    ...[0, 51, 204, 255, 0, 0], // first head: two patches, each at both and the digit
    ...[102, 102, 51, 0, 255, 0],
  );
  const looks = {data, shape: [1, 1, 2, 2, 3]};
  const at = {step: 5, layer: 0, patch: 0};
  const one = lookOf(looks, {...at, head: 0});
  expect([...one.patches].map((share) => Number(share.toFixed(3)))).toEqual([0, 0.2]);
  expect(one.digit).toBeCloseTo(0.8, 6);
  const mean = lookOf(looks, {...at, head: "mean"});
  expect(mean.digit).toBeCloseTo(0.5, 6);
  expect(mean.patches[0]).toBeCloseTo(0.2, 6);
  expect(lookText(one, 0, 2, "3")).toBe(
    "Row 1, column 1 gives 80 % to the 3, 0 % to itself, and most, 20 %, to row 1, column 2.",
  );
  expect(lookText(lookOf(looks, {...at, patch: 1, head: 1}), 1, 2, "none")).toContain(
    "gives 0 % to no digit, and most, 100 %, to itself.",
  );
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
