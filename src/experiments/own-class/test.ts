import {afterAll, beforeAll, expect, test} from "vitest";
import {setupMaker, trained} from "../../../test/src/experiments/made-setup.js";
import {startWasm} from "../../../test/wasm.js";
import * as tf from "../../lib/tf.js";
import type {Setup} from "../../lib/training/setup.js";
import {keptWords} from "./drawing-desk.js";
import {ownClass} from "./experiment.js";
import {keptIn, withDrawing, withoutLast} from "./kept-drawings.js";
import {makeOwnClass} from "./setup.js";
import {titlesOf} from "./sheet-titles.js";

const make = setupMaker(ownClass, makeOwnClass, {batchSize: 8, drawings: 6, rank: 2});
const asAtFirst = {strength: 1, guidance: 1, hand: 1, counted: 60};
let setup: Setup;

beforeAll(async () => {
  await startWasm();
  setup = await make({guidance: 1});
});
afterAll(() => setup.dispose());

test("at a strength of 0 the digits stay those of the network at rest, to the bit, whatever has been learned", async () => {
  const {digits: before, samples, drawings} = await setup.snapshot();
  expect([before, samples, drawings].map((each) => each!.shape[0])).toEqual([20, 20, 6]);
  await trained(setup, 4);
  const after = await setup.snapshot();
  expect(after.digits).not.toEqual(before);
  setup.sample!({...asAtFirst, strength: 0});
  expect((await setup.snapshot()).digits).toEqual(before);
  setup.sample!(asAtFirst);
  expect((await setup.snapshot()).digits).toEqual(after.digits);
});

test("drawings themselves are found beside one another, digits are not, and nothing is left behind", async () => {
  const tensors = tf.memory().numTensors;
  const {scalars, floors} = await setup.measure();
  expect(floors.recognised!.low).toBeGreaterThan(80);
  expect(floors.agreement!.low).toBeGreaterThan(85);
  expect(scalars.agreement).toBeGreaterThan(85);
  expect(scalars.recognised).toBeLessThan(60);
  expect(tf.memory().numTensors).toBe(tensors);
});

test("a batch has as many digits as are wanted, and of some nobody is told the class", async () => {
  const own = await make({replay: 0.25, batchSize: 128});
  const {x, condition} = own.batches.next() as Record<string, tf.Tensor>;
  expect(x!.shape).toEqual([128, 14, 14, 1]);
  const rows = (await condition!.array()) as number[][];
  const signs = rows.slice(0, 96);
  expect(signs.every((row) => row.slice(0, 10).every((value) => value === 0))).toBe(true);
  expect(rows.slice(96).every((row) => row[10] === 0)).toBe(true);
  const told = signs.filter((row) => row[10] === 1).length / 96;
  expect(told).toBeGreaterThan(0.7);
  expect(told).toBeLessThan(0.97);
  tf.dispose([x!, condition!]);
  own.dispose();
});

test("without augmentation a batch has the drawings themselves, with it none of them", async () => {
  const isDrawing = async (augmented: boolean) => {
    const own = await make({augmented, replay: 0});
    const {drawings} = await own.snapshot();
    const {x, condition} = own.batches.next() as Record<string, tf.Tensor>;
    const pixels = Uint8Array.from(await x!.data(), (value) => Math.round((value + 1) * 127.5));
    const known = new Set(
      Array.from({length: 6}, (_, i) => `${drawings!.data.slice(i * 196, (i + 1) * 196)}`),
    );
    tf.dispose([x!, condition!]);
    own.dispose();
    return known.has(`${pixels.slice(0, 196)}`);
  };
  expect(await isDrawing(false)).toBe(true);
  expect(await isDrawing(true)).toBe(false);
});

test("a reader's drawings are kept one after the other, and learned from as they are", async () => {
  const picture = new Float32Array(784).map((_, i) => (i % 28 === 9 ? 1 : -1));
  let kept = keptIn({});
  for (let i = 0; i < 20; i++) kept = withDrawing(kept, picture);
  expect(() => withDrawing(kept, picture)).toThrow(/too many drawings: 21/);
  kept = withoutLast(kept);
  expect(kept.shape[0]).toBe(19);
  expect(keptIn({drawings: kept})).toEqual(kept);
  expect([0, 3, 7, 20].map(keptWords).join(" ")).toMatch(
    /keep it, 20 times.*3 kept; at least 5.*7 of 20 kept.*All 20/,
  );
  const own = await make({sign: "own", drawings: 20}, {inputs: {drawings: kept}});
  const {drawings} = await own.snapshot();
  expect(drawings!.shape).toEqual([19, 14, 14, 1]);
  expect([...drawings!.data.slice(2, 7)]).toEqual([0, 0, 128, 0, 0]);
  own.dispose();
});

test("too few drawings, or half a one, are refused with what to do", async () => {
  await expect(make({sign: "own"})).rejects.toThrow(/too few drawings: 0 .*draw on the pad/);
  const half = {data: new Uint8Array(700), shape: [700]};
  await expect(make({sign: "own"}, {inputs: {drawings: half}})).rejects.toThrow(/700 bytes \(784/);
});

test("the sizes of adapter and network are those of their numbers", async () => {
  const snapshot = (await setup.snapshot()) as Parameters<typeof titlesOf>[0];
  const {samples} = titlesOf(snapshot, {strength: 0.5});
  const [adapter, network] = snapshot.sizes.data;
  expect(network! / adapter!).toBeGreaterThan(10);
  expect(samples).toMatch(/^new ones: \d+ kB learned beside a network of \d+ kB, at strength 0.5$/);
});
