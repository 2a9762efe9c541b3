import {afterEach, beforeAll, describe, expect, test} from "vitest";
import {Adam} from "../../../lib/models/adam.js";
import {descend, trainableWeights} from "../../../lib/models/descent.js";
import {placeCount} from "../../../lib/models/token-grid.js";
import {
  type Guesser,
  guessToken,
  guessTokens,
  sight,
  tokenNetwork,
  windowRows,
} from "../../../lib/models/token-network.js";
import {sequencesOf} from "../../../lib/models/write-tokens.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";

beforeAll(startWasm);
afterEach(() => tf.disposeVariables());

const entries = 12;
const make = (guesser: Guesser) => tokenNetwork(guesser, {entries, width: 8}, new Random(1));
const anyTokens = (count: number, seed = 2) => {
  const random = new Random(seed);
  return Uint8Array.from({length: count * placeCount}, () => random.integer(entries));
};
const sequence = (tokens: Uint8Array, label = 3, known = new Uint8Array(tokens.length).fill(1)) => {
  const labels = new Uint8Array(tokens.length / placeCount).fill(label);
  const data = sequencesOf({labels, tokens, known}, entries);
  return tf.tensor4d(data, [labels.length, 1 + placeCount, 1, entries]);
};
/** Logits by place, [49][K]. */
const logitsOf = async (network: tf.LayersModel, input: tf.Tensor) =>
  (await tf
    .reshape(network.predictOnBatch(input) as tf.Tensor, [-1, entries])
    .array()) as number[][];

describe.each(["next", "missing"] as const)("a network that guesses tokens, %s", (guesser) => {
  test("guesses the same while it learns as when it is asked", async () => {
    const network = make(guesser);
    const input = sequence(anyTokens(3));
    const asked = await logitsOf(network, input);
    const learning = (await guessTokens(network, guesser, input).array()) as number[][];
    expect(learning.length).toBe(3 * placeCount);
    learning.forEach((row, i) => {
      row.forEach((value, k) => {
        expect(value).toBeCloseTo(asked[i]![k]!, 5);
      });
    });
  });

  test("is told the class everywhere", async () => {
    const network = make(guesser);
    const tokens = anyTokens(1);
    const [three, four] = [
      await logitsOf(network, sequence(tokens, 3)),
      await logitsOf(network, sequence(tokens, 4)),
    ];
    three.forEach((row, place) => {
      expect(row).not.toEqual(four[place]);
    });
  });

  test("has a gradient for every weight that it may use", () => {
    const network = make(guesser);
    const weights = trainableWeights(network);
    const input = sequence(anyTokens(4));
    const {grads} = tf.variableGrads(
      () => tf.sum(tf.square(guessTokens(network, guesser, input))) as tf.Scalar,
      weights,
    );
    for (const {name} of weights)
      expect(
        [...grads[name]!.dataSync()].some((g) => g !== 0),
        name,
      ).toBe(true);
  });

  test("leaves no tensor behind", () => {
    const before = tf.memory().numTensors;
    const network = make(guesser);
    tf.tidy(() => void guessTokens(network, guesser, sequence(anyTokens(1))));
    network.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});

test("the next token is guessed from none that comes later, and not from itself", async () => {
  const network = make("next");
  const tokens = anyTokens(1);
  const before = await logitsOf(network, sequence(tokens));
  for (const changed of [0, 6, 24, 30, 48]) {
    const other = tokens.slice();
    other[changed] = (tokens[changed]! + 1) % entries;
    const after = await logitsOf(network, sequence(other));
    for (let place = 0; place <= changed; place++) expect(after[place]).toEqual(before[place]);
    if (changed % 7 < 6) expect(after[changed + 1]).not.toEqual(before[changed + 1]);
    if (changed < 42) expect(after[changed + 7]).not.toEqual(before[changed + 7]);
  }
});

test("learning does not open what the mask hides", async () => {
  const network = make("next");
  const adam = new Adam(trainableWeights(network), {learningRate: 0.1});
  const input = sequence(anyTokens(4));
  for (let i = 0; i < 3; i++)
    tf.tidy(
      () =>
        void descend(adam, () => ({
          loss: tf.mean(guessTokens(network, "next", input)) as tf.Scalar,
        })),
    );
  const look = (await network.getLayer("look").getWeights()[0]!.array()) as number[][][][];
  look.forEach((row, down) => {
    row.forEach((place, right) => {
      const isHidden = down === windowRows.next - 1 && right >= sight;
      expect(place.flat().every((weight) => weight === 0)).toBe(isHidden);
    });
  });
  adam.dispose();
});

test("one place by itself gets the guess that it gets among all", async () => {
  const network = make("next");
  const tokens = anyTokens(2);
  const all = await logitsOf(network, sequence(tokens, 5));
  const classes = tf.oneHot(tf.tensor1d([5, 5], "int32"), entries, 1, 0, "float32") as tf.Tensor2D;
  for (const place of [0, 3, 8, 27, 48]) {
    const [row, column] = [Math.floor(place / 7), place % 7];
    const window = tf.buffer([2, windowRows.next, 7, entries]);
    for (let i = 0; i < 2; i++)
      for (let down = 0; down < windowRows.next; down++)
        for (let right = 0; right < 7; right++) {
          const [r, c] = [row - sight + down, column - sight + right];
          if (r >= 0 && c >= 0 && c < 7 && 7 * r + c < place)
            window.set(1, i, down, right, tokens[i * placeCount + 7 * r + c]!);
        }
    const one = (await guessToken(
      network,
      place,
      window.toTensor() as tf.Tensor4D,
      classes,
    ).array()) as number[][];
    one.forEach((logits, i) => {
      logits.forEach((value, k) => {
        expect(value).toBeCloseTo(all[i * placeCount + place]![k]!, 5);
      });
    });
  }
});

test("a missing token is guessed from all around it, whatever stood there", async () => {
  const network = make("missing");
  const known = new Uint8Array(placeCount).fill(1);
  known[24] = 0;
  const tokens = anyTokens(1);
  const before = await logitsOf(network, sequence(tokens, 3, known));
  const changedAt = async (place: number) => {
    const other = tokens.slice();
    other[place] = (tokens[place]! + 1) % entries;
    return logitsOf(network, sequence(other, 3, known));
  };
  expect(await changedAt(24)).toEqual(before);
  for (const place of [3, 21, 25, 48]) expect((await changedAt(place))[24]).not.toEqual(before[24]);
});
