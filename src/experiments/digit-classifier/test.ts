import {afterAll, beforeAll, expect, test} from "vitest";
import {setupMaker, trained} from "../../../test/src/experiments/made-setup.js";
import {startWasm} from "../../../test/wasm.js";
import {dataFile} from "../../data/data-file.js";
import type {NdArray} from "../../lib/array.js";
import {imageDataset} from "../../lib/datasets/image-dataset.js";
import {findImageSet} from "../../lib/datasets/index.js";
import {type ByteImages, type ImageShape, imageSize} from "../../lib/image.js";
import * as tf from "../../lib/tf.js";
import type {Setup} from "../../lib/training/setup.js";
import {digitClassifier} from "./experiment.js";
import {makeDigitClassifier} from "./setup.js";

const all = imageDataset(findImageSet("digits"), dataFile("digits-train"));

const make = setupMaker(digitClassifier, makeDigitClassifier, {width: 4});

let setup: Setup;
beforeAll(async () => {
  await startWasm();
  setup = await trained(await make(), 60);
});
afterAll(() => setup.dispose());

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0);

test("a picture of the run is a confusion matrix of 2,000 balanced test pictures", async () => {
  const {confusion} = await setup.snapshot();
  expect(confusion!.shape).toEqual([10, 10]);
  for (let t = 0; t < 10; t++) expect(sum(confusion!.data.slice(10 * t, 10 * t + 10))).toBe(200);
});

test("matrix and measure speak of the same network, within its interval", async () => {
  const {confusion} = await setup.snapshot();
  const {scalars, floors, intervals} = await setup.measure();
  const right = sum(Array.from({length: 10}, (_, k) => confusion!.data[11 * k]!));
  expect(scalars.right).toBe(right);
  expect(scalars.testAccuracy).toBeCloseTo(right / 20, 9);
  expect(scalars.testAccuracy, "after 60 steps").toBeGreaterThan(75);
  const {low, high} = intervals!.testAccuracy!;
  expect(low).toBeLessThan(scalars.testAccuracy!);
  expect(high).toBeGreaterThan(scalars.testAccuracy!);
  expect(high - low).toBeLessThan(5);
  expect(floors.testAccuracy!.low, "guessing").toBeLessThan(10);
  expect(floors.testAccuracy!.high).toBeLessThan(12);
});

test("the mistakes are the surest ones, and of the kinds that the matrix counts", async () => {
  const {confusion, mistakes, truths, predictions, confidences} = await setup.snapshot();
  expect(mistakes!.shape).toEqual([60, 28, 28, 1]);
  const sure = [...confidences!.data];
  expect(sure).toEqual(sure.toSorted((a, b) => b - a));
  truths!.data.forEach((truth, i) => {
    expect(predictions!.data[i]).not.toBe(truth);
    expect(confusion!.data[10 * truth + predictions!.data[i]!]).toBeGreaterThan(0);
  });
});

test("classify gives for a mistake's picture what the sheet says of it", async () => {
  const {mistakes, predictions, confidences} = await setup.snapshot();
  const data = Float32Array.from(mistakes!.data.subarray(0, 3 * 784), (byte) => byte / 127.5 - 1);
  const pictures: NdArray = {data, shape: [3, 28, 28, 1]};
  const {probabilities} = await setup.answers.classify!({pictures});
  expect(probabilities!.shape).toEqual([3, 10]);
  for (let i = 0; i < 3; i++) {
    const row = probabilities!.data.slice(10 * i, 10 * i + 10);
    expect(sum(row)).toBeCloseTo(1, 5);
    expect(row[predictions!.data[i]!]).toBeCloseTo(confidences!.data[i]!, 5);
  }
});

test("classify refuses what is no picture", async () => {
  const ask = (pictures?: NdArray) => setup.answers.classify!(pictures ? {pictures} : {});
  await expect(ask()).rejects.toThrow("missing input: pictures");
  const small = {data: new Float32Array(9), shape: [1, 3, 3, 1]};
  await expect(ask(small)).rejects.toThrow("invalid picture shape: 3x3x1 (28x28x1)");
  const broken = {data: new Float32Array(784).fill(Number.NaN), shape: [1, 28, 28, 1]};
  await expect(ask(broken)).rejects.toThrow("invalid pictures: NaN among them (finite)");
  const none = {data: new Float32Array(0), shape: [0, 28, 28, 1]};
  await expect(ask(none)).rejects.toThrow("invalid count: 0");
});

/** Each picture as a string of its bytes. */
function keys(images: ByteImages): string[] {
  const size = imageSize(images.shape);
  return Array.from({length: images.shape[0]}, (_, i) =>
    Buffer.from(images.data.subarray(i * size, (i + 1) * size)).toString("base64"),
  );
}

/** Keys of all pictures that `count` batches learn from. */
function learned(from: Setup, count: number): Map<string, number> {
  const seen = new Map<string, number>();
  for (let i = 0; i < count; i++) {
    const {x, label} = from.batches.next();
    const data = Uint8Array.from(x.dataSync(), (value) => Math.round((value + 1) * 127.5));
    const labels = label!.dataSync();
    for (const [row, key] of keys({data, shape: x.shape as ImageShape}).entries())
      seen.set(key, labels[row]!);
    tf.dispose([x, label!]);
  }
  return seen;
}

test("no picture of the test is learned from, whatever the seed", async () => {
  const tested = keys((await setup.snapshot()).mistakes as ByteImages);
  for (const seed of [1, 2]) {
    const other = await make({shift: 0, batchSize: 80}, {seed});
    const seen = learned(other, 100); // one epoch
    expect(seen.size).toBe(8000);
    for (const picture of tested) expect(seen.has(picture)).toBe(false);
    other.dispose();
  }
});

test("few training pictures are few, and wrong labels are wrong", async () => {
  const few = await make({trainingCount: 100, shift: 0, batchSize: 20, labelNoise: 0.4});
  const truth = new Map(keys(all.images).map((key, i) => [key, all.labels[i]!]));
  const seen = learned(few, 15);
  expect(seen.size).toBe(100);
  const wrong = [...seen].filter(([key, label]) => truth.get(key) !== label);
  expect(wrong).toHaveLength(40);
  few.dispose();
});

test("nothing asked leaves a tensor behind, nor does the setup", async () => {
  const before = tf.memory().numTensors;
  const other = await make();
  await other.snapshot();
  await other.measure();
  const pictures = {data: new Float32Array(784), shape: [1, 28, 28, 1]};
  await other.answers.classify!({pictures});
  tf.dispose(other.probe("classifier"));
  tf.dispose(other.batches.next());
  other.dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test("a missing file is named", async () => {
  await expect(make({}, {files: {}})).rejects.toThrow("missing file: digits-train");
});
