import {afterEach, beforeAll, expect, test} from "vitest";
import type {NamedArrays} from "../../../lib/array.js";
import {PictureTokens, type PictureTokensOptions} from "../../../lib/models/picture-tokens.js";
import {drawTokens, redrawingNats, tokensOf, vectorsOf} from "../../../lib/models/token-coder.js";
import {placeCount} from "../../../lib/models/token-grid.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";

beforeAll(startWasm);
afterEach(() => tf.disposeVariables());

const small: PictureTokensOptions = {
  entries: 16,
  channels: 4,
  width: 16,
  learningRate: 0.01,
  commitment: 0.25,
  revives: true,
  codeSteps: 3,
  decaySteps: 0,
};

/** Bars: picture i is white in four of its columns, further right for a greater i. */
const images = {
  data: Float32Array.from({length: 8 * 784}, (_, p) => {
    const [i, column] = [Math.floor(p / 784), p % 28];
    return column >= 3 * i && column < 3 * i + 4 ? 1 : -1;
  }),
  shape: [8, 28, 28, 1] as const,
};
const batch = () => ({
  x: tf.tensor4d(images.data, [...images.shape]),
  label: tf.tensor1d([0, 1, 2, 3, 4, 5, 6, 7], "int32"),
});

async function make(options: Partial<PictureTokensOptions> = {}, seed = 1): Promise<PictureTokens> {
  const model = new PictureTokens({...small, ...options}, new Random(seed));
  model.codebook.begin(await vectorsOf(model, images), new Random(seed));
  return model;
}

async function steps(model: PictureTokens, count: number, random: Random, kind?: "tokens") {
  const pictures = batch();
  let scalars = await model.step(pictures, random, kind);
  for (let i = 1; i < count; i++) scalars = await model.step(pictures, random, kind);
  tf.dispose(Object.values(pictures));
  return scalars;
}

const codeParts = ["encoder", "decoder", "codebook", "uses", "codes"];
const guessParts = ["next", "missing", "tokens"];
/** The parts of a state whose arrays differ in another. */
function movedParts(before: NamedArrays, after: NamedArrays): string[] {
  const moved = Object.keys(after).filter(
    (name) => `${after[name]!.data}` !== `${before[name]!.data}`,
  );
  return [...new Set(moved.map((name) => name.split("/")[0]!))].sort();
}

test("a step is for the code and leaves the guesses, then for these and leaves the code", async () => {
  const model = await make();
  const random = new Random(5);
  const states = [await model.state()];
  for (const count of [3, 1]) {
    expect(model.hasCode).toBe(states.length > 1);
    await steps(model, count, random);
    states.push(await model.state());
  }
  expect(movedParts(states[0]!, states[1]!)).toEqual([...codeParts].sort());
  expect(movedParts(states[1]!, states[2]!)).toEqual([...guessParts].sort());
});

test("a step of the kind tokens is for the guesses at any time", async () => {
  const model = await make();
  const before = await model.state();
  await steps(model, 2, new Random(5), "tokens");
  expect(movedParts(before, await model.state())).toEqual([...guessParts].sort());
  expect(model.hasCode).toBe(false);
});

test("learns: it draws few pictures better, then knows their tokens", async () => {
  const model = await make({codeSteps: 60});
  const random = new Random(5);
  const first = await steps(model, 1, random);
  const coded = await steps(model, 59, random);
  expect(coded.reconstruction).toBeLessThan(0.3 * first.reconstruction);
  expect(coded.next).toBeGreaterThan(0.7 * 4); // nothing learned of them yet: log2 of 16 entries
  const guessed = await steps(model, 80, random);
  expect(guessed.next).toBeLessThan(0.25 * coded.next);
  expect(guessed.missing).toBeLessThan(0.5 * coded.missing);
});

test("the numbers of a step are those of a pass by hand", async () => {
  const model = await make();
  const tokens = await tokensOf(model, images);
  const nats = await redrawingNats(model, images, tokens);
  const vectors = await vectorsOf(model, images);
  const entries = model.codebook.entries.arraySync();
  const squares = [...tokens].reduce((sum, token, at) => {
    const vector = vectors.subarray(8 * at, 8 * at + 8);
    return sum + vector.reduce((total, value, a) => total + (value - entries[token]![a]!) ** 2, 0);
  }, 0);
  const {reconstruction, commitment} = await steps(model, 1, new Random(5));
  expect(reconstruction).toBeCloseTo(nats, 2);
  expect(commitment).toBeCloseTo(squares / 8, 3);
});

test("goes on bit-equal from a state, over the end of the code's steps", async () => {
  const [model, other] = [await make({codeSteps: 4}), await make({codeSteps: 4}, 2)];
  await steps(model, 2, new Random(5));
  other.restore(await model.state());
  await steps(model, 5, new Random(6));
  await steps(other, 5, new Random(6));
  expect(await other.state()).toStrictEqual(await model.state());
  const again = await make({codeSteps: 4});
  await steps(again, 2, new Random(5));
  await steps(again, 5, new Random(6));
  expect(await again.state()).toStrictEqual(await model.state());
});

test("drawings follow from the tokens alone, and part of a picture is refused", async () => {
  const model = await make();
  const tokens = await tokensOf(model, images);
  expect(tokens.length).toBe(8 * placeCount);
  const [all, two] = [
    await drawTokens(model, tokens),
    await drawTokens(model, tokens.slice(0, 2 * placeCount)),
  ];
  expect(all.shape).toEqual([8, 28, 28, 1]);
  expect(two.data).toEqual(all.data.slice(0, 2 * 784));
  await expect(drawTokens(model, tokens.slice(1))).rejects.toThrow(
    /invalid tokens: 391 of them \(a multiple of 49\)/,
  );
});

test("leaves no tensor behind", async () => {
  const before = tf.memory().numTensors;
  const model = await make();
  await steps(model, 1, new Random(1));
  const settled = tf.memory().numTensors;
  await steps(model, 4, new Random(1));
  await drawTokens(model, await tokensOf(model, images));
  await redrawingNats(model, images, await tokensOf(model, images));
  expect(tf.memory().numTensors).toBe(settled);
  model.dispose();
  expect(tf.memory().numTensors).toBe(before);
});
