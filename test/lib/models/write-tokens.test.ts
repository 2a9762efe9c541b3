import {afterEach, beforeAll, expect, test} from "vitest";
import {placeCount} from "../../../lib/models/token-grid.js";
import {missingAfter} from "../../../lib/models/token-masks.js";
import {type Guesser, sight, tokenNetwork} from "../../../lib/models/token-network.js";
import {
  type Draft,
  emptyDraft,
  type Written,
  writeMissing,
  writeNext,
} from "../../../lib/models/write-tokens.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";

beforeAll(startWasm);
afterEach(() => tf.disposeVariables());

const entries = 10;
const plain = {temperature: 1, rounds: 8};
const chances = (count: number, seed = 1) =>
  Array.from({length: count}, (_, i) => new Random(seed).fork(`${i}`));
const empty = (count: number, seed = 1) => emptyDraft(new Uint8Array(count), chances(count, seed));
const make = (guesser: Guesser) => tokenNetwork(guesser, {entries, width: 16}, new Random(2));

/** A network that finds tokens as likely as `probabilities` says, whatever it sees. */
function steady(guesser: Guesser, probabilities: readonly number[]): tf.LayersModel {
  const network = make(guesser);
  const {shape} = network.getLayer("logits").getWeights()[0]!;
  network.getLayer("logits").setWeights([tf.zeros(shape), tf.log(tf.tensor1d([...probabilities]))]);
  return network;
}

const writers = {
  next: writeNext,
  missing: writeMissing,
} as const;

/** Share of each entry. */
function shares({tokens}: Written): number[] {
  const counts = Array(entries).fill(0);
  for (const token of tokens) counts[token]! += 1 / tokens.length;
  return counts;
}

const skewed = [0.4, 0.3, 0.1, 0.1, 0.05, 0.05, 0, 0, 0, 0];

test("one after the other, tokens are as frequent as the network finds them likely", async () => {
  const network = steady("next", skewed);
  const written = await writeNext(network, empty(200), plain);
  for (const [k, share] of shares(written).entries()) {
    const sigma = Math.sqrt((skewed[k]! * (1 - skewed[k]!)) / (200 * placeCount));
    expect(Math.abs(share - skewed[k]!)).toBeLessThanOrEqual(4 * sigma);
  }
});

test("at half the temperature they are as frequent as the squares say", async () => {
  const network = steady("next", skewed);
  const written = await writeNext(network, empty(200), {...plain, temperature: 0.5});
  const squares = skewed.map((p) => p * p);
  const total = squares.reduce((sum, p) => sum + p, 0);
  for (const [k, share] of shares(written).entries())
    expect(share).toBeCloseTo(squares[k]! / total, 1);
  expect(shares(written)[0]).toBeGreaterThan(0.53);
});

test("all missing ones in a single round are drawn as likely as they are found", async () => {
  const network = steady("missing", skewed);
  const written = await writeMissing(network, empty(200), {...plain, rounds: 1});
  for (const [k, share] of shares(written).entries()) {
    const sigma = Math.sqrt((skewed[k]! * (1 - skewed[k]!)) / (200 * placeCount));
    expect(Math.abs(share - skewed[k]!)).toBeLessThanOrEqual(4 * sigma);
  }
});

test("the next token follows from the one before, where the network says so", async () => {
  const few = 8; // as many as numbers stand for a token
  const network = tokenNetwork("next", {entries: few, width: few}, new Random(3));
  const zero = (name: string) => {
    const layer = network.getLayer(name);
    layer.setWeights(layer.getWeights().map((weight) => tf.zeros(weight.shape)));
    return layer;
  };
  zero("think");
  zero("where");
  // Each token stands for itself; only the place to the left is seen; and the entry after it is all but certain.
  zero("embed").setWeights([tf.reshape(tf.eye(few), [1, 1, few, few])]);
  const look = tf.buffer([sight + 1, 2 * sight + 1, few, few]);
  for (let k = 0; k < few; k++) look.set(30, sight, sight - 1, k, (k + 1) % few);
  zero("look").setWeights([look.toTensor()]);
  zero("logits").setWeights([tf.reshape(tf.eye(few), [1, 1, few, few]), tf.zeros([few])]);
  const {tokens} = await writeNext(network, empty(20), plain);
  const firsts = new Set<number>();
  for (let i = 0; i < 20; i++)
    for (let place = 0; place < placeCount; place++) {
      const token = tokens[i * placeCount + place]!;
      if (place % 7 === 0) firsts.add(token);
      else expect(token).toBe((tokens[i * placeCount + place - 1]! + 1) % few);
    }
  expect(firsts.size).toBeGreaterThan(4); // at the left edge nothing is seen, and all are alike
});

test.each(["next", "missing"] as const)(
  "what is known stays, and only the rest is written: %s",
  async (guesser) => {
    const network = make(guesser);
    const tokens = Uint8Array.from({length: 2 * placeCount}, (_, at) => at % entries);
    const known = tokens.map((_, at) => (at % 3 === 0 ? 0 : 1));
    const draft: Draft = {labels: [1, 2], tokens, known, chances: chances(2)};
    const written = await writers[guesser](network, draft, plain);
    for (const [at, turn] of written.turns.entries()) {
      expect(turn > 0).toBe(known[at] === 0);
      if (known[at]) expect(written.tokens[at]).toBe(tokens[at]);
      else expect(written.tokens[at]).toBeLessThan(entries);
    }
    expect(tokens[3]).toBe(3);
    expect(known[3]).toBe(0);
  },
);

test("row by row, each turn writes one token", async () => {
  const {turns} = await writeNext(make("next"), empty(2), plain);
  expect([...turns]).toEqual(
    [...Array(2)].flatMap(() => Array.from({length: placeCount}, (_, i) => i + 1)),
  );
});

test.each([1, 3, 8, 49])(
  "in %i rounds as many are written in each as the curve says",
  async (rounds) => {
    const {turns} = await writeMissing(make("missing"), empty(3), {temperature: 1, rounds});
    for (let i = 0; i < 3; i++) {
      const mine = [...turns.subarray(i * placeCount, (i + 1) * placeCount)];
      for (let round = 1; round <= rounds; round++) {
        const left = mine.filter((turn) => turn > round).length;
        expect(left).toBe(missingAfter(round, rounds, placeCount));
      }
      expect(mine).not.toContain(0);
    }
  },
);

test("the surest come first: places where the network has no doubt are written before the others", async () => {
  const network = steady("missing", Array(entries).fill(0.1));
  const where = network.getLayer("where");
  // Neuron 0 speaks up in the upper three rows, and entry 7 listens to it.
  const bias = Float32Array.from({length: placeCount * 16}, (_, i) =>
    i % 16 === 0 && i / 16 < 21 ? 1 : 0,
  );
  where.setWeights([tf.zeros(where.getWeights()[0]!.shape), tf.tensor1d(bias)]);
  const look = network.getLayer("look");
  look.setWeights([tf.zeros(look.getWeights()[0]!.shape)]);
  const think = network.getLayer("think");
  think.setWeights(think.getWeights().map(({shape}) => tf.zeros(shape)));
  const listens = tf.buffer([1, 1, 16, entries]);
  listens.set(40, 0, 0, 0, 7);
  network.getLayer("logits").setWeights([listens.toTensor(), tf.zeros([entries])]);
  const {tokens, turns} = await writeMissing(network, empty(20), {temperature: 1, rounds: 49});
  let [upper, lower] = [0, 0];
  for (const [at, turn] of turns.entries()) {
    if (at % placeCount < 21) {
      expect(tokens[at]).toBe(7);
      upper += turn / (20 * 21);
    } else lower += turn / (20 * 28);
  }
  expect(upper).toBeLessThan(lower - 5);
});

test.each(["next", "missing"] as const)(
  "the same chance writes the same, and leaves no tensor: %s",
  async (guesser) => {
    const network = make(guesser);
    const before = tf.memory().numTensors;
    const [first, again, other] = [
      await writers[guesser](network, empty(2), plain),
      await writers[guesser](network, empty(2), plain),
      await writers[guesser](network, empty(2, 9), plain),
    ];
    expect(again).toEqual(first);
    expect(other.tokens).not.toEqual(first.tokens);
    expect(tf.memory().numTensors).toBe(before);
  },
);
