import {afterAll, beforeAll, expect, test} from "vitest";
import {setupMaker, trained} from "../../../test/src/experiments/made-setup.js";
import {startWasm} from "../../../test/wasm.js";
import {dataFile, dataFiles} from "../../data/data-file.js";
import {packBundle, unpackBundle} from "../../lib/bundle.js";
import type {Params} from "../../lib/params.js";
import {Random} from "../../lib/random.js";
import * as tf from "../../lib/tf.js";
import type {Setup} from "../../lib/training/setup.js";
import {prompt} from "./experiment.js";
import {heldOutPairs, isHeldOut, testedColours, testedKinds} from "./held-out-pairs.js";
import {promptBatches} from "./prompt-batches.setup.js";
import {isOfHeldOut, pictureColour, promptPictures} from "./prompt-pictures.setup.js";
import {unpackReport} from "./prompt-report.js";
import {withWord} from "./replaced-word.js";
import {makePrompt} from "./setup.js";

const files = ["emoji-16", "emoji-captions", "classifier-emoji", "generator-emoji"];
const make = setupMaker(prompt, makePrompt, {batchSize: 4, steps: 3});
const asAtFirst = {prompt: "blue fruit", guidance: 3, steps: 3, hand: 1};
const pictures = promptPictures(dataFile("emoji-16"), dataFile("emoji-captions"));
const size = 16 * 16 * 3;
let setup: Setup;

beforeAll(async () => {
  await startWasm();
  setup = await make();
});
afterAll(() => setup.dispose());

const drawn = (asking: Params = {}) => {
  setup.sample!({...asAtFirst, ...asking});
  return setup.snapshot();
};

test("at least twenty pairs are held out, of each kind and each colour some", () => {
  expect(heldOutPairs.length).toBeGreaterThanOrEqual(20);
  for (const kind of testedKinds)
    expect(heldOutPairs.some((pair) => pair.kind === kind)).toBe(true);
  for (const colour of testedColours)
    expect(heldOutPairs.some((pair) => pair.colour === colour)).toBe(true);
  expect(isHeldOut("fruit", "blue") && isHeldOut("vehicle", "red")).toBe(true);
  expect(isHeldOut("fruit", "green")).toBe(false);
});

test("no batch shows a held-out pair, by its row or by its pixels", () => {
  const {terms} = pictures.terms;
  const batches = promptBatches(pictures, 64, new Random(3));
  for (let i = 0; i < 20; i++) {
    const {condition} = batches.next();
    for (let row = 0; row < 64; row++) {
      const told = terms.filter(({column}) => condition.data[row * terms.length + column] === 1);
      const [kinds, colours] = ["kind", "colour"].map((kind) =>
        told.filter((term) => term.kind === kind).map(({name}) => name),
      );
      for (const kind of kinds!)
        for (const colour of colours!) expect(isHeldOut(kind, colour)).toBe(false);
    }
  }
});

test("batches have all colours, and leave out every part now and then", () => {
  const {terms} = pictures.terms;
  const {condition, x} = promptBatches(pictures, 256, new Random(4)).next();
  const told = (kind: string) =>
    Array.from({length: 256}, (_, row) =>
      terms.some(
        (term) => term.kind === kind && condition.data[row * terms.length + term.column] === 1,
      ),
    ).filter(Boolean).length;
  for (const kind of ["kind", "colour", "thing"]) {
    expect(told(kind), kind).toBeGreaterThan(60);
    expect(told(kind), kind).toBeLessThan(250);
  }
  expect(x.data.every((value) => value >= -1 && value <= 1)).toBe(true);
  expect(x.data.includes(1)).toBe(true);
});

test("rare kinds come about as often as common ones", () => {
  const {terms} = pictures.terms;
  const batches = promptBatches(pictures, 64, new Random(6));
  const counts = new Map<string, number>();
  for (let i = 0; i < 20; i++) {
    const {condition} = batches.next();
    for (const {name, column} of terms.filter(({kind}) => kind === "kind"))
      for (let row = 0; row < 64; row++)
        if (condition.data[row * terms.length + column] === 1)
          counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const tested = testedKinds.map((kind) => counts.get(kind)!);
  expect(Math.max(...tested) / Math.min(...tested)).toBeLessThan(5);
});

test("batches go on from where they were", () => {
  const batches = promptBatches(pictures, 8, new Random(5));
  batches.next();
  const state = batches.state();
  const next = batches.next();
  const other = promptBatches(pictures, 8, new Random(9));
  other.restore(state);
  expect(other.next()).toEqual(next);
});

test("the colour of a picture is that of all that is not paper", () => {
  const pixels = new Uint8Array(size).fill(255);
  expect(pictureColour(pixels)).toBeUndefined();
  for (let i = 0; i < 60; i++) pixels.set([210, 40, 40], 3 * (i + 90));
  expect(pictureColour(pixels)).toBe("red");
  expect(isOfHeldOut(pictures.drawn(0).captions)).toBe(false);
});

test("a snapshot has every step, from the same noise to the pictures at the end", async () => {
  const {samples, noisy, clean} = await drawn();
  expect(samples!.shape).toEqual([9, 16, 16, 3]);
  expect(noisy!.shape).toEqual([36, 16, 16, 3]);
  expect(clean!.data.slice(27 * size)).toEqual(samples!.data);
  const other = await drawn({prompt: "green bird"});
  expect(other.noisy!.data.slice(0, 9 * size)).toEqual(noisy!.data.slice(0, 9 * size));
});

test("the same asking draws the same pictures, another one others", async () => {
  const {samples} = await drawn();
  expect((await drawn()).samples).toEqual(samples);
  for (const other of [
    {prompt: "red fruit"},
    {prompt: "blue fruit not red"},
    {guidance: 1},
    {hand: 2},
    {prompt: ""},
  ])
    expect((await drawn(other)).samples, JSON.stringify(other)).not.toEqual(samples);
});

test("what is not wanted has no effect at a guidance of 1", async () => {
  const {samples} = await drawn({guidance: 1});
  expect((await drawn({guidance: 1, prompt: "blue fruit, not red"})).samples).toEqual(samples);
});

test("says what it understood, whatever was typed", async () => {
  const of = async (text: string) => unpackReport((await drawn({prompt: text})).told as never);
  const {wanted, unwanted, unknown} = await of("a blue frut, not red");
  expect(wanted.map(({name, kind}) => `${name} ${kind}`)).toEqual(["blue colour"]);
  expect(unwanted.map(({name}) => name)).toEqual(["red"]);
  expect(unknown[0]).toMatchObject({said: "frut"});
  expect(unknown[0]!.near).toContain("fruit");
  const long = await of(Array.from({length: 1600}, (_, i) => `q${i}`).join(" "));
  expect(long.unknown).toHaveLength(8);
  expect(long.more).toBe(1592);
  expect((await of("x".repeat(10_000))).unknown[0]!.said.length).toBeLessThan(50);
});

test.each([
  ["nothing", "", [], []],
  ["spaces and signs", " \t?!… —", [], []],
  ["emoji", "🍎 red 🚗", ["red"], ["🍎", "🚗"]],
  ["right to left", "تفاحة حمراء red", ["red"], ["تفاحة", "حمراء"]],
  ["turned letters", "\u202Ered\u202C fruit", ["red", "fruit"], []],
  ["markup", "<script src=x>x()</script> red", ["red"], ["script", "src"]],
  ["half a letter", "\uD83D red", ["red"], []],
  ["ten thousand characters", "red 🍎<b>".repeat(1112), ["red"], ["🍎", "b"]],
])("draws and reports, whatever was typed: %s", async (_, text, wanted, unknown) => {
  const {samples, told} = await drawn({prompt: text});
  expect(samples!.data).toHaveLength(9 * size);
  const report = unpackReport(told as never);
  expect(report.wanted.map(({name}) => name)).toEqual(wanted);
  expect(report.unknown.map(({said}) => said)).toEqual(expect.arrayContaining(unknown));
});

test("finds the training picture nearest to a picture, with its name", async () => {
  const image = {data: Uint8Array.from(pictures.images.data.slice(0, size)), shape: [1, 16, 16, 3]};
  const {image: nearest, distance, name} = await setup.answers.nearest!({image});
  expect(nearest!.data).toEqual(image.data);
  expect(distance!.data[0]).toBe(0);
  expect(new TextDecoder().decode(name!.data as Uint8Array)).toBe("grinning face");
});

test("weights for other words are refused", async () => {
  const {header, arrays} = unpackBundle(dataFile("generator-emoji"));
  const words = (header as {words: string[]}).words.with(3, "zebra");
  const other = {...dataFiles(...files), "generator-emoji": packBundle({words}, arrays)};
  await expect(make({}, {files: other})).rejects.toThrow(/other words: .*zebra/);
});

test("what begins with no knowledge needs no weights, and draws otherwise", async () => {
  const zero = await trained(
    await make({start: "zero"}, {files: dataFiles(...files.slice(0, 3))}),
    1,
  );
  zero.sample!(asAtFirst);
  expect((await zero.snapshot()).samples).not.toEqual((await drawn()).samples);
  zero.dispose();
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

test("a near word takes the place of an unknown one, and of no part of another", () => {
  expect(withWord("a Frut and frutty FRUT", "frut", "fruit")).toBe("a fruit and frutty fruit");
  expect(withWord("bleû, bleu!", "bleu", "blue")).toBe("blue, blue!");
});
