import {afterAll, beforeAll, expect, test} from "vitest";
import {setupMaker} from "../../../test/src/experiments/made-setup.js";
import {startWasm} from "../../../test/wasm.js";
import type {NdArray} from "../../lib/array.js";
import type {Params} from "../../lib/params.js";
import {Random} from "../../lib/random.js";
import * as tf from "../../lib/tf.js";
import type {Setup} from "../../lib/training/setup.js";
import {structureAndChance} from "./experiment.js";
import {noiseTrace} from "./noise-trace.js";
import {makeStructureAndChance} from "./setup.js";

const make = setupMaker(structureAndChance, makeStructureAndChance, {batchSize: 8});
const asAtFirst = {temperature: 1, truncation: 4, guidance: 1, hand: 1, noises: 15};
let setup: Setup;

beforeAll(async () => {
  await startWasm();
  setup = await make();
});
afterAll(() => setup.dispose());

const drawn = (shaping: Params = {}) => {
  setup.sample!({...asAtFirst, ...shaping});
  return setup.snapshot();
};
/** The picture of a row and a column of the sheet. */
const at = ({data}: NdArray, row: number, column: number) =>
  data.slice((6 * row + column) * 196, (6 * row + column + 1) * 196);

test("columns share their noise: without guidance each row is as the untold one", async () => {
  const {samples} = await drawn({guidance: 0});
  expect(samples!.shape).toEqual([66, 14, 14, 1]);
  for (const row of [1, 10])
    for (const column of [0, 5]) expect(at(samples!, row, column)).toEqual(at(samples!, 0, column));
  expect(at(samples!, 0, 1)).not.toEqual(at(samples!, 0, 0));
});

test("at a temperature of 0 each row has one picture, told it is another than untold", async () => {
  const {samples, spread} = await drawn({temperature: 0});
  for (const row of [0, 3, 10]) expect(at(samples!, row, 5)).toEqual(at(samples!, row, 0));
  expect(at(samples!, 3, 0)).not.toEqual(at(samples!, 0, 0));
  expect(spread!.data[0]).toBe(0);
});

test("the trained weights draw most digits as asked, and truncated noise less varied ones", async () => {
  const plain = await drawn();
  expect(plain.agreement!.data[0]).toBeGreaterThan(60);
  expect(plain.spreadFloor!.data[0]).toBeGreaterThan(2);
  const cut = await drawn({truncation: 0.5});
  expect(cut.spread!.data[0]).toBeLessThan(0.8 * plain.spread!.data[0]!);
  expect((await drawn()).samples).toEqual(plain.samples);
  expect((await drawn({hand: 2})).samples).not.toEqual(plain.samples);
});

test("what is counted at another temperature is what would be drawn there", async () => {
  const {spread, agreement} = await drawn({temperature: 0.5});
  setup.sample!(asAtFirst);
  const asked = (temperature: number) => ({
    temperature: {data: Float32Array.of(temperature), shape: [1]},
  });
  const told = await setup.answers.counted!(asked(0.5));
  expect(told.spread).toEqual(spread);
  expect(told.agreement).toEqual(agreement);
  for (const wrong of [-1, 2, Number.NaN])
    await expect(setup.answers.counted!(asked(wrong))).rejects.toThrow(/invalid temperature/);
});

test("a measurement counts what is shown, and leaves no tensor behind", async () => {
  const {spread} = await drawn();
  const before = tf.memory().numTensors;
  const {scalars, floors, intervals} = await setup.measure();
  expect(scalars.spread).toBeCloseTo(spread!.data[0]!, 5);
  expect(intervals!.spread!.low).toBeCloseTo(spread!.data[1]!, 5);
  expect(intervals!.spread!.high).toBeCloseTo(spread!.data[2]!, 5);
  expect(floors.agreement!.low).toBeGreaterThan(85);
  expect(scalars.trace).toBeLessThan(100);
  expect(tf.memory().numTensors).toBe(before);
});

test("a trace: below 1 where pictures of a noise are alike, 1 where noise shows nowhere", () => {
  const random = new Random(1);
  const pictures = (byNoise: number) => {
    const data = new Uint8Array(150 * 4);
    for (let noise = 0; noise < 15; noise++) {
      const shared = random.normals(4);
      for (let i = 0; i < 40; i++)
        data[noise * 40 + i] = 128 + byNoise * shared[i % 4]! + 15 * random.normal();
    }
    return {data, shape: [150, 2, 2, 1]} as const;
  };
  expect(noiseTrace(pictures(0), 10)).toBeCloseTo(1, 1);
  expect(noiseTrace(pictures(30), 10)).toBeLessThan(0.7);
  expect(() => noiseTrace({data: new Uint8Array(40), shape: [10, 2, 2, 1]}, 10)).toThrow(
    /invalid number of pictures: 10/,
  );
});
