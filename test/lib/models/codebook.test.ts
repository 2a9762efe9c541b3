import {afterEach, beforeAll, expect, test} from "vitest";
import {Codebook, type CodebookOptions} from "../../../lib/models/codebook.js";
import {assign, kMeans} from "../../../lib/models/k-means.js";
import {variableOf} from "../../../lib/models/model-state.js";
import {nearestEntries} from "../../../lib/models/vector-quantiser.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";

beforeAll(startWasm);
afterEach(() => tf.disposeVariables());

const make = (options: Partial<CodebookOptions> = {}) =>
  new Codebook({entries: 2, codeSize: 2, revives: false, ...options});
const set = (codebook: Codebook, entries: readonly number[], uses: readonly number[]) => {
  const write = (network: tf.Sequential, values: readonly number[]) => {
    const variable = variableOf(network.weights[0]!);
    variable.assign(tf.tensor([...values], variable.shape));
  };
  write(codebook.network, entries);
  write(codebook.uses, uses);
};
const follow = (codebook: Codebook, vectors: readonly number[][], seed = 1) =>
  tf.tidy(() => {
    const z = tf.tensor2d(vectors.map((row) => [...row]));
    codebook.follow(z, nearestEntries(z, codebook.entries), new Random(seed));
  });
const usesOf = ({uses}: Codebook) => variableOf(uses.weights[0]!).dataSync();

test("begins with the means that k-means finds, all used alike", () => {
  const codebook = make({entries: 5, codeSize: 3});
  const points = new Random(3).normals(60 * 3);
  codebook.begin(points, new Random(4));
  const options = {clusters: 5, restarts: 2, mostRounds: 20};
  const {means} = kMeans(points, 3, options, new Random(4));
  expect([...codebook.entries.dataSync()]).toEqual([...Float32Array.from(means)]);
  expect([...usesOf(codebook)]).toEqual(Array(5).fill(12));
});

test("a batch moves each entry towards the mean of its vectors, by hand", () => {
  const codebook = make();
  set(codebook, [0, 0, 10, 10], [4, 4]);
  follow(codebook, [
    [1, 0],
    [3, 2],
    [9, 9],
  ]);
  // uses: 0.95 · 4 + 0.05 · 2 and 0.95 · 4 + 0.05 · 1; sums: (4, 2) and (9, 9)
  const [first, second] = [3.9, 3.85];
  const expected = [0.2 / first, 0.1 / first, (38 + 0.45) / second, (38 + 0.45) / second];
  for (const [i, value] of [...codebook.entries.dataSync()].entries())
    expect(value).toBeCloseTo(expected[i]!, 5);
  expect(usesOf(codebook)[0]).toBeCloseTo(first, 5);
  expect(usesOf(codebook)[1]).toBeCloseTo(second, 5);
});

test("batch after batch of the same vectors, it comes to rest at their means, as k-means does", () => {
  const codebook = make();
  const vectors = [
    [1, 0],
    [3, 2],
    [9, 9],
    [11, 9],
  ];
  set(codebook, [0, 0, 10, 10], [2, 2]);
  for (let i = 0; i < 300; i++) follow(codebook, vectors);
  const means = Float64Array.from(codebook.entries.dataSync());
  for (const [i, value] of [2, 1, 10, 9].entries()) expect(means[i]).toBeCloseTo(value, 4);
  const points = Float32Array.from(vectors.flat());
  expect(assign(points, 2, means).inertia).toBeCloseTo(6, 3);
});

test("an entry out of use stays where it is, or begins again at one of the vectors", () => {
  const vectors = [
    [1, 0],
    [3, 2],
    [2, 2],
    [0, 1],
  ];
  const [stays, begins] = [make(), make({revives: true})];
  for (const codebook of [stays, begins]) {
    set(codebook, [1, 1, 50, 50], [4, 0.001]);
    follow(codebook, vectors, 7);
  }
  expect([...stays.entries.dataSync()].slice(2)).toEqual([50, 50]);
  expect(vectors).toContainEqual([...begins.entries.dataSync()].slice(2));
  expect(usesOf(begins)[1]).toBe(2); // its fair share of four vectors
});

test("leaves no tensor behind", () => {
  const before = tf.memory().numTensors;
  const codebook = make({revives: true});
  codebook.begin(new Random(1).normals(20), new Random(1));
  follow(codebook, [[1, 0]]);
  codebook.network.dispose();
  codebook.uses.dispose();
  expect(tf.memory().numTensors).toBe(before);
});
