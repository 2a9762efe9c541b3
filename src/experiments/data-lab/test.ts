import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {setupMaker, trained} from "../../../test/src/experiments/made-setup.js";
import {startWasm} from "../../../test/wasm.js";
import type {ImageDataset} from "../../lib/datasets/dataset.js";
import {Random} from "../../lib/random.js";
import * as tf from "../../lib/tf.js";
import type {Setup} from "../../lib/training/setup.js";
import {labelSheet} from "../shared/label-sheet.js";
import {dataLab} from "./experiment.js";
import {labSet, unchanged} from "./lab-set.js";
import {scoreRows} from "./score-rows.js";
import {makeDataLab} from "./setup.js";

/** Forty pictures of four classes, in turns; each has a number of its own in all of its pixels. */
const dataset: ImageDataset = {
  ...{name: "made", title: "made", classNames: ["a", "b", "c", "d"]},
  images: {data: Uint8Array.from({length: 160}, (_, i) => Math.floor(i / 4)), shape: [40, 2, 2, 1]},
  labels: Uint8Array.from({length: 40}, (_, i) => i % 4),
};
const change = (more = {}) => labSet(dataset, {...unchanged, pictures: 40, ...more}, new Random(1));
const numbersIn = ({images}: ImageDataset) =>
  Array.from({length: images.shape[0]}, (_, i) => images.data[4 * i]!);

describe("a changed set", () => {
  test("is the first pictures as they are, when nothing is changed", () => {
    const {images, labels} = change({pictures: 12});
    expect([...images.data]).toEqual([...dataset.images.data.slice(0, 48)]);
    expect([...labels]).toEqual([...dataset.labels.slice(0, 12)]);
  });

  test("lacks a share of the upper classes, or all of them", () => {
    const count = (rare: number) => {
      const {labels} = change({rare});
      return [0, 1, 2, 3].map((label) => labels.filter((each) => each === label).length);
    };
    expect(count(0)).toEqual([10, 10, 10, 10]);
    expect(count(0.5)).toEqual([10, 10, 5, 5]);
    expect(count(1)).toEqual([10, 10, 0, 0]);
  });

  test("has a share of copies of the first ones, with their labels", () => {
    const set = change({copies: 0.5});
    const numbers = numbersIn(set);
    expect(numbers.filter((number, i) => number !== i)).not.toHaveLength(0);
    expect(new Set(numbers).size).toBeLessThanOrEqual(24);
    for (const [i, number] of numbers.entries()) expect(set.labels[i]).toBe(number % 4);
    expect(numbers.every((number, i) => number === i || number < 4)).toBe(true);
  });

  test("has a share of wrong labels, and its pictures stay", () => {
    const set = change({wrongLabels: 0.25});
    expect([...set.images.data]).toEqual([...dataset.images.data]);
    expect(set.labels.filter((label, i) => label !== dataset.labels[i])).toHaveLength(10);
  });

  test("a blur spreads a dot by a quarter, a half and a quarter each way, and keeps its light", () => {
    const dot = {
      ...dataset,
      images: {
        data: Uint8Array.from({length: 25}, (_, i) => (i === 12 ? 240 : 0)),
        shape: [1, 5, 5, 1],
      } as const,
      labels: Uint8Array.of(0),
    };
    const {images} = labSet(dot, {...unchanged, pictures: 1, blur: 1}, new Random(1));
    expect([...images.data.slice(6, 9)]).toEqual([15, 30, 15]);
    expect(images.data[12]).toBe(60);
    expect(images.data.reduce((sum, value) => sum + value, 0)).toBe(240);
  });

  test("is shown under what is said of it, black where there is nothing", () => {
    const {data, shape} = labelSheet(change({rare: 1}), 2);
    expect(shape).toEqual([8, 2, 2, 1]);
    expect([0, 1, 2, 3, 4, 5, 6, 7].map((i) => data[4 * i])).toEqual([0, 1, 0, 0, 4, 5, 0, 0]);
  });
});

const make = setupMaker(dataLab, makeDataLab, {batchSize: 4, pictures: 200});
let setup: Setup;
beforeAll(async () => {
  await startWasm();
  setup = await make();
});
afterAll(() => setup.dispose());

test("where nothing is changed, both learn and draw the same, to the bit", async () => {
  const same = await make({wrongLabels: 0, pictures: 2000});
  await trained(same, 2);
  const {controlMade, changedMade, controlData, changedData} = await same.snapshot();
  expect(changedMade).toEqual(controlMade);
  expect(changedData).toEqual(controlData);
  same.dispose();
});

test("wrong labels change what is drawn, and leave the control as it is", async () => {
  const other = await make({wrongLabels: 0.1});
  const [wrong, fewer] = [await trained(setup, 3), await trained(other, 3)];
  const [a, b] = [await wrong.snapshot(), await fewer.snapshot()];
  expect(a.controlMade).toEqual(b.controlMade);
  expect(a.changedMade).not.toEqual(b.changedMade);
  expect(a.changedMade).not.toEqual(a.controlMade);
  other.dispose();
});

test("a measurement has four scores of both with their bands, and leaves no tensor behind", async () => {
  const tensors = tf.memory().numTensors;
  const {scalars, arrays} = await setup.measure();
  const {data, shape} = arrays.scores!;
  expect(shape).toEqual([4, 2, 5]);
  expect(data[0]).toBeCloseTo(scalars.controlDistance!, 3);
  expect(data[15]).toBeCloseTo(scalars.agreement!, 3);
  for (let i = 0; i < 8; i++) {
    const [value, low, high, floorLow, floorHigh] = data.subarray(5 * i, 5 * i + 5);
    expect(value).toBeGreaterThanOrEqual(low!);
    expect(value).toBeLessThanOrEqual(high!);
    expect(floorLow).toBeLessThanOrEqual(floorHigh!);
  }
  expect(tf.memory().numTensors).toBe(tensors);
});

test("scores in words", () => {
  const told = Float32Array.from({length: 40}, (_, i) => i);
  expect(scoreRows(told)[1]).toEqual({
    label: "Drawn as asked",
    cells: [
      {value: "10 %", interval: "11 to 12"},
      {value: "15 %", interval: "16 to 17"},
    ],
    floor: "13 to 14 %",
  });
});
