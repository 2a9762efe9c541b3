import {afterAll, beforeAll, expect, test} from "vitest";
import {setupMaker, trained} from "../../../test/src/experiments/made-setup.js";
import {startWasm} from "../../../test/wasm.js";
import {dataFile} from "../../data/data-file.js";
import {attributeDataset} from "../../lib/datasets/attribute-dataset.js";
import {clothes} from "../../lib/datasets/clothes.js";
import {emoji} from "../../lib/datasets/emoji.js";
import {faces} from "../../lib/datasets/faces.js";
import {imageDataset} from "../../lib/datasets/image-dataset.js";
import {type ByteImages, firstPictures, pick} from "../../lib/image.js";
import {Random} from "../../lib/random.js";
import {textArray, textOf} from "../../lib/text-array.js";
import * as tf from "../../lib/tf.js";
import type {Setup} from "../../lib/training/setup.js";
import {contenders, mostTimes, usualRates} from "./contenders.js";
import {arena, sheetCount} from "./experiment.js";
import {scoreNames} from "./scores-rows.js";
import {makeArena} from "./setup.js";
import {speeds} from "./speeds.setup.js";

const rates = {ganPerSecond: 10, vaePerSecond: 20, tokensPerSecond: 30, flowPerSecond: 10};
const make = setupMaker(arena, makeArena, {...rates, decayTurns: 10});
const random = new Random(5);
let setup: Setup;

beforeAll(async () => {
  await startWasm();
  setup = await trained(await make(), 4);
});
afterAll(() => setup.dispose());

test("what a contender learns is not touched by how fast the others are", async () => {
  const other = await trained(await make({vaePerSecond: 35, flowPerSecond: 20}), 4);
  const [mine, theirs] = [await setup.model.state(), await other.model.state()];
  const same = (prefix: string) =>
    Object.keys(mine)
      .filter((name) => name.startsWith(prefix))
      .every((name) => `${mine[name]!.data}` === `${theirs[name]!.data}`);
  expect(["gan/", "vae/", "tokens/", "flow/"].map(same)).toEqual([true, false, true, false]);
  other.dispose();
});

test("a sheet has pictures of all four, and the cost counts their steps", async () => {
  const sheets = await setup.snapshot();
  for (const name of contenders) expect(sheets[name]!.shape).toEqual([sheetCount, 14, 14, 1]);
  const {steps, ms, weights} = await setup.answers.spent!({});
  expect([...steps!.data]).toEqual([4, 8, 12, 4]);
  for (const each of [...ms!.data, ...weights!.data]) expect(each).toBeGreaterThan(0);
});

test("the sheet of the same steps and seed is the same to the bit, pictures and scores; a step later it is another", async () => {
  const sheetOf = async (of: Setup) => {
    const sheets = await of.snapshot();
    const count = {data: Float32Array.of(20), shape: [1]};
    const {scores} = await of.answers.judge!({count});
    const pictures = contenders.map((name) => [...sheets[name]!.data]);
    return {pictures, scores: [...scores!.data]};
  };
  const again = await trained(await make(), 4);
  const mine = await sheetOf(setup);
  expect(await sheetOf(again)).toEqual(mine);
  await trained(again, 1);
  const later = await again.snapshot();
  for (const [i, name] of contenders.entries())
    expect([...later[name]!.data], name).not.toEqual(mine.pictures[i]);
  again.dispose();
});

test("every score of all four has a value within its interval, and one floor", async () => {
  const {scores, remarks} = await setup.answers.judge!({
    count: {data: Float32Array.of(40), shape: [1]},
  });
  expect(remarks!.data.length).toBeLessThan(2000);
  expect(scores!.shape).toEqual([scoreNames.length, 4, 5]);
  const rows = Array.from({length: scoreNames.length * 4}, (_, i) =>
    scores!.data.slice(5 * i, 5 * i + 5),
  );
  for (const [value, low, high, floorLow, floorHigh] of rows as unknown as number[][]) {
    expect(low).toBeLessThanOrEqual(value!);
    expect(high).toBeGreaterThanOrEqual(value!);
    expect(floorLow).toBeLessThanOrEqual(floorHigh!);
  }
});

test("pictures made elsewhere are judged as many of each, and those that are all equal are remarked on", async () => {
  const sheets = await setup.snapshot();
  const equal = sheets.gan!.data.subarray(0, 196);
  const data = Uint8Array.from({length: 2 * 20 * 196}, (_, i) =>
    i < 20 * 196 ? sheets.vae!.data[i]! : equal[i % 196]!,
  );
  const count = {data: Float32Array.of(20), shape: [1]};
  const {scores, remarks} = await setup.answers.judgeGiven!({
    ...{count, subject: textArray("digits")},
    pictures: {data, shape: [40, 14, 14, 1]},
  });
  expect(scores!.shape).toEqual([scoreNames.length, 2, 5]);
  expect([...(scores!.data as Float32Array)].every(Number.isFinite)).toBe(true);
  expect(textOf(remarks as never)).toContain("1: All 20 made pictures look the same");
});

const bytes = (name: string) => {
  const data = dataFile(name);
  return {data, shape: [data.length]};
};

/** Real ones of another kind as both makers. */
const judgedElsewhere = async (subject: string, of: ByteImages, files: readonly string[]) => {
  const [set, judge] = files.map(bytes);
  const {scores} = await setup.answers.judgeGiven!({
    ...{count: {data: Float32Array.of(of.shape[0] / 2), shape: [1]}, pictures: of},
    ...{subject: textArray(subject), set: set!, judge: judge!},
  });
  return (score: (typeof scoreNames)[number]) =>
    [...scores!.data.slice(10 * scoreNames.indexOf(score))].slice(0, 5) as number[];
};

test("emoji are judged by who knows emoji, and real ones are as real ones; noise is not", async () => {
  const files = ["emoji-16", "classifier-emoji"];
  const {images, labels} = attributeDataset(emoji, dataFile("emoji-16"));
  const fruit = emoji.attributes[0]!.options.indexOf("fruit");
  const places = Array.from({length: images.shape[0]}, (_, i) => i);
  const fruits = places.filter((i) => labels[2 * i] === fruit).slice(0, 18);
  const before = tf.memory().numTensors;
  const real = await judgedElsewhere("emoji", pick(images, fruits), files);
  expect(real("precision")[0]).toBeGreaterThan(0.7);
  const data = Uint8Array.from({length: 18 * 768}, () => random.integer(256));
  const noise = await judgedElsewhere("emoji", {data, shape: [18, 16, 16, 3]}, files);
  const [value, , , , floorHigh] = noise("frechet");
  expect(value).toBeGreaterThan(floorHigh!);
  expect(tf.memory().numTensors).toBe(before);
});

test("faces have no one class: what counts classes is not a number, all else is", async () => {
  const {images} = attributeDataset(faces, dataFile("faces-test"));
  const score = await judgedElsewhere("faces", firstPictures(images, 20), [
    ...["faces-test", "classifier-faces"],
  ]);
  for (const name of scoreNames) {
    const isClasses = name === "inceptionScore" || name === "coveredClasses";
    expect(score(name).every(isClasses ? Number.isNaN : Number.isFinite), name).toBe(true);
  }
});

test("clothes are judged at their full size; of what there is no judge, that is said", async () => {
  const {images} = imageDataset(clothes, dataFile("clothes-test"));
  const score = await judgedElsewhere("clothes", firstPictures(images, 40), [
    ...["clothes-test", "classifier-clothes"],
  ]);
  const [value, , , floorLow, floorHigh] = score("frechet");
  expect(value).toBeLessThan(2 * floorHigh!);
  expect(value).toBeGreaterThan(floorLow! / 2);
  await expect(judgedElsewhere("cats", firstPictures(images, 40), [])).rejects.toThrow(
    "invalid subject: cats (one of digits, clothes, faces, emoji)",
  );
});

test("too few pictures and a state of other arrays are refused, and nothing has changed", async () => {
  const few = {count: {data: Float32Array.of(3), shape: [1]}};
  await expect(setup.answers.judge!(few)).rejects.toThrow("invalid count: 3");
  const before = await setup.model.state();
  const {turns, ...rest} = before;
  expect(() => setup.model.restore(rest)).toThrow("missing array: turns");
  const after = await setup.model.state();
  for (const name of Object.keys(before))
    expect(`${after[name]!.data}` === `${before[name]!.data}`, name).toBe(true);
});

test("a step of 8 ms is 125 in a second, a rate stays in its range, and nothing is left of what was timed", async () => {
  const pixels = new Random(3);
  const data = Uint8Array.from({length: 200 * 196}, () => pixels.integer(256));
  const timed = (ms: number) => {
    let at = 0;
    return speeds({images: {data, shape: [200, 14, 14, 1]}}, () => (at += ms), 5);
  };
  const before = tf.memory().numTensors;
  expect(await timed(8)).toEqual(contenders.map(() => 125));
  expect(await timed(0.1)).toEqual(contenders.map((name) => mostTimes * usualRates[name]));
  expect(tf.memory().numTensors).toBe(before);
});
