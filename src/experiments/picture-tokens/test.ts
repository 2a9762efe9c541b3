import {afterAll, beforeAll, expect, test} from "vitest";
import {setupMaker, trained} from "../../../test/src/experiments/made-setup.js";
import {startWasm} from "../../../test/wasm.js";
import {dataFiles} from "../../data/data-file.js";
import type {NdArray} from "../../lib/array.js";
import type {Params} from "../../lib/params.js";
import * as tf from "../../lib/tf.js";
import type {Setup} from "../../lib/training/setup.js";
import {pictureTokens} from "./experiment.js";
import {makePictureTokens} from "./setup.js";

const least = {channels: 4, width: 16, batchSize: 8, entries: 16, codeSteps: 10};
const make = setupMaker(pictureTokens, makePictureTokens, least);
const asAtFirst = {
  order: "next",
  temperature: 1,
  rounds: 8,
  digit: "all",
  hand: 1,
  subject: 3,
  erased: "",
};
let setup: Setup;

beforeAll(async () => {
  await startWasm();
  setup = await trained(await make(), 14);
});
afterAll(() => setup.dispose());

const drawn = (writing: Params = {}) => {
  setup.sample!({...asAtFirst, ...writing});
  return setup.snapshot();
};
const part = ({data, shape}: NdArray, index: number) => {
  const size = data.length / shape[0]!;
  return [...data.subarray(index * size, (index + 1) * size)];
};

test("a picture of the run has what its description says", async () => {
  const arrays = await drawn();
  const shapes = Object.fromEntries(
    Object.entries(arrays).map(([name, {shape}]) => [name, [...shape]]),
  );
  expect(shapes).toEqual({
    samples: [20, 28, 28, 1],
    tokens: [20, 49],
    turns: [20, 49],
    patches: [16, 8, 8, 1],
    shares: [16],
    originals: [10, 28, 28, 1],
    originalTokens: [10, 49],
    redrawn: [10, 28, 28, 1],
    subject: [1, 28, 28, 1],
    subjectTokens: [49],
    erased: [49],
    mended: [6, 28, 28, 1],
  });
  expect(arrays.tokens!.data.every((token) => token < 16)).toBe(true);
  expect(Array.from(arrays.shares!.data).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 4);
  expect((await drawn()).samples).toEqual(arrays.samples);
});

test("one after the other there are 49 turns; several at once as many as rounds", async () => {
  const turnsOf = async (writing: Params) => Math.max(...(await drawn(writing)).turns!.data);
  expect(await turnsOf({})).toBe(49);
  expect(await turnsOf({order: "missing", rounds: 5})).toBe(5);
});

test("another hand, digit or temperature writes other tokens, and the code stays", async () => {
  const plain = await drawn();
  for (const other of [{hand: 2}, {digit: "4"}, {temperature: 0.3}, {order: "missing"}]) {
    const arrays = await drawn(other);
    expect(arrays.tokens).not.toEqual(plain.tokens);
    expect(arrays.patches).toEqual(plain.patches);
    expect(arrays.redrawn).toEqual(plain.redrawn);
  }
});

test("only what is erased is filled in, and words that name no token erase nothing", async () => {
  const whole = await drawn({erased: "50 0 x"});
  expect([...whole.erased!.data]).toEqual(Array(49).fill(0));
  for (let i = 1; i < 6; i++) expect(part(whole.mended!, i)).toEqual(part(whole.mended!, 0));
  const mended = await drawn({erased: "17, 18 and 24"});
  const places = [...mended.erased!.data].flatMap((erased, place) => (erased ? [place + 1] : []));
  expect(places).toEqual([17, 18, 24]);
  expect(part(mended.mended!, 0)).not.toEqual(part(mended.mended!, 1));
  expect(mended.subjectTokens).toEqual(whole.subjectTokens);
  const other = await drawn({subject: 5});
  expect(part(other.subject!, 0)).toEqual(part(other.originals!, 5));
  expect([...other.subjectTokens!.data]).toEqual(part(other.originalTokens!, 5));
});

test("measures as many pictures as it says, and the same again", async () => {
  setup.sample!(asAtFirst);
  const {scalars, floors} = await setup.measure();
  expect(scalars.samples).toBe(300);
  expect(floors.nextBits).toEqual({low: 4, high: 4});
  expect(scalars.nextBits).toBeGreaterThan(0);
  expect(scalars.heldOut).toBeGreaterThan(floors.heldOut!.low);
  expect(scalars.perplexity! + scalars.unused!).toBeLessThanOrEqual(16 + 1e-9);
  expect(scalars.perplexity).toBeGreaterThan(1);
  expect(scalars.frechet).toBeGreaterThan(20 * floors.frechet!.high);
  expect(floors.agreement!.low).toBeGreaterThan(95);
  expect((await setup.measure()).scalars).toEqual(scalars);
});

test("nothing asked leaves a tensor behind, nor does the setup", async () => {
  const before = tf.memory().numTensors;
  const other = await make();
  await other.snapshot();
  await other.measure();
  for (const network of Object.keys(other.model.networks)) tf.dispose(other.probe(network));
  tf.dispose(Object.values(other.batches.next()));
  other.dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test("a missing file is named", async () => {
  const files = dataFiles("digits-train", "classifier-digits");
  await expect(make({}, {files})).rejects.toThrow(/missing file: digits-test/);
});
