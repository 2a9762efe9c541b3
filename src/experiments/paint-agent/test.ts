import {afterAll, beforeAll, expect, test} from "vitest";
import {setupMaker, trained} from "../../../test/src/experiments/made-setup.js";
import {startWasm} from "../../../test/wasm.js";
import {dataFile} from "../../data/data-file.js";
import type {NdArray} from "../../lib/array.js";
import {imageDataset} from "../../lib/datasets/image-dataset.js";
import {findImageSet} from "../../lib/datasets/index.js";
import {Painting} from "../../lib/painting.js";
import * as tf from "../../lib/tf.js";
import type {Setup} from "../../lib/training/setup.js";
import {paintAgent} from "./experiment.js";
import {makePaintAgent} from "./setup.js";

const make = setupMaker(paintAgent, makePaintAgent, {width: 8, strokes: 6});

let setup: Setup;
beforeAll(async () => {
  await startWasm();
  setup = await make();
});
afterAll(() => setup.dispose());

test("a picture is 16 targets with all that became of them", async () => {
  const {targets, samples, actions, rewards, likely, chances} = await setup.snapshot();
  expect(targets!.shape).toEqual([16, 28, 28, 1]);
  for (let i = 0; i < 16; i++) {
    const bytes = targets!.data.slice(784 * i, 784 * (i + 1));
    const painting = new Painting(Float32Array.from(bytes, (byte) => byte / 255));
    for (let t = 0; t < 6; t++) {
      const reward = painting.paint(actions!.data[6 * i + t]!);
      expect(reward).toBeCloseTo(rewards!.data[6 * i + t]!, 2);
    }
    const drawn = Array.from(painting.canvas, (value) => Math.round(255 * value));
    expect(Array.from(samples!.data.slice(784 * i, 784 * (i + 1)))).toEqual(drawn);
  }
  expect(likely!.shape).toEqual([16, 6, 20]);
  expect(chances!.shape).toEqual([16, 6, 20]);
  const first = [...chances!.data.slice(0, 20)];
  expect(first).toEqual(first.toSorted((a, b) => b - a));
});

test("an untrained painter scores as random ones do; practice raises it out of their band", async () => {
  const fresh = await make({strokes: 12});
  const {scalars, floors} = await fresh.measure();
  const {low, high} = floors.score!;
  expect(low).toBeLessThan(high);
  expect(high).toBeLessThan(-100);
  expect(Math.abs(scalars.score! - (low + high) / 2)).toBeLessThan(60);
  await trained(fresh, 60);
  expect((await fresh.measure()).scalars.score).toBeGreaterThan(0);
  fresh.dispose();
});

test("the same picture and the same score as long as the weights are the same", async () => {
  const picture = structuredClone(await setup.snapshot());
  const {scalars} = await setup.measure();
  expect(await setup.snapshot()).toStrictEqual(picture);
  expect((await setup.measure()).scalars).toEqual(scalars);
});

test("paint answers with a painting of what it is given, by a seed", async () => {
  const picture = new Float32Array(784).fill(-1).fill(1, 300, 310);
  const pictures: NdArray = {data: picture, shape: [1, 28, 28, 1]};
  const ask = (seed: number) =>
    setup.answers.paint!({pictures, seed: {data: Uint32Array.of(seed), shape: [1]}});
  const one = await ask(1);
  expect(one.targets!.data[305]).toBe(255);
  expect(one.targets!.data[0]).toBe(0);
  expect(one.actions!.shape).toEqual([1, 6]);
  expect(await ask(1)).toStrictEqual(one);
  expect((await ask(2)).actions).not.toEqual(one.actions);
});

test("paint refuses what cannot be painted", async () => {
  const seed = {data: Uint32Array.of(1), shape: [1]};
  const ask = (pictures?: NdArray) => setup.answers.paint!(pictures ? {pictures, seed} : {seed});
  await expect(ask()).rejects.toThrow("missing input: pictures");
  const small = {data: new Float32Array(9), shape: [1, 3, 3, 1]};
  await expect(ask(small)).rejects.toThrow("invalid picture shape: 3x3x1 (28x28x1)");
  const empty = {data: new Float32Array(784).fill(-1), shape: [1, 28, 28, 1]};
  await expect(ask(empty)).rejects.toThrow("invalid target: empty");
  const pictures = {data: new Float32Array(784), shape: [1, 28, 28, 1]};
  await expect(setup.answers.paint!({pictures})).rejects.toThrow("missing input: seed");
});

/** Each picture of `count` batches as a string of its bytes. */
function practised(from: Setup, count: number): Set<string> {
  const seen = new Set<string>();
  for (let i = 0; i < count; i++) {
    const {x} = from.batches.next();
    const bytes = Uint8Array.from(x.dataSync(), (value) => Math.round((value + 1) * 127.5));
    for (let row = 0; row < x.shape[0]!; row++)
      seen.add(Buffer.from(bytes.slice(784 * row, 784 * (row + 1))).toString("base64"));
    x.dispose();
  }
  return seen;
}

test("no digit of the test is practised on; ones only are ones only", async () => {
  const {targets} = await setup.snapshot();
  const tested = Array.from({length: 10}, (_, i) =>
    Buffer.from(targets!.data.slice(784 * i, 784 * (i + 1))).toString("base64"),
  );
  const all = await make({batchSize: 40}, {seed: 2});
  const seen = practised(all, 245); // one epoch
  expect(seen.size).toBe(9800);
  for (const picture of tested) expect(seen.has(picture)).toBe(false);
  all.dispose();
  const digits = imageDataset(findImageSet("digits"), dataFile("digits-train"));
  const ones = new Set(
    Array.from(digits.labels, (label, i) =>
      label === 1
        ? Buffer.from(digits.images.data.slice(784 * i, 784 * (i + 1))).toString("base64")
        : "",
    ),
  );
  const few = await make({practice: "ones"});
  for (const picture of practised(few, 20)) expect(ones.has(picture)).toBe(true);
  few.dispose();
});

test("nothing asked leaves a tensor behind, nor does the setup", async () => {
  const before = tf.memory().numTensors;
  const other = await make();
  await other.snapshot();
  await other.measure();
  tf.dispose(other.probe("policy"));
  tf.dispose(other.batches.next());
  other.dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test("a missing file is named", async () => {
  await expect(make({}, {files: {}})).rejects.toThrow("missing file: digits-train");
});
