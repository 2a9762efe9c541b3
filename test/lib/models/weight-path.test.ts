import {afterEach, beforeAll, expect, test} from "vitest";
import {WeightPath} from "../../../lib/models/weight-path.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";

beforeAll(startWasm);
afterEach(() => tf.disposeVariables());

/** Networks of two weights and a bias. */
const networks = () =>
  [1, 10].map((value) => {
    const network = tf.sequential({layers: [tf.layers.dense({units: 1, inputShape: [2]})]});
    put(network, value);
    return network;
  });

function put(network: tf.LayersModel, value: number): void {
  tf.tidy(() => network.setWeights([tf.fill([2, 1], value), tf.fill([1], -value)]));
}

/** The first weight of each place. */
const firsts = async (path: WeightPath, i: number, taken: number) =>
  (await path.of(i, taken)).map((place) => place[0]);

test("keeps where all were at even distances, and where they are now", async () => {
  const both = networks();
  const path = new WeightPath(both, {steps: 10, places: 4});
  for (let taken = 0; taken < 8; taken++) {
    await path.note(taken);
    put(both[0]!, taken + 2);
  }
  expect(await firsts(path, 0, 8)).toEqual([1, 4, 7, 9]);
  expect(await firsts(path, 1, 8)).toEqual([10, 10, 10, 10]);
  expect(await firsts(path, 0, 3)).toEqual([1, 9]);
  expect([...(await path.of(0, 0))[0]!]).toEqual([9, 9, -9]);
});

test("goes on from its state, and keeps no more places than it has", async () => {
  const both = networks();
  const path = new WeightPath(both, {steps: 4, places: 2});
  for (const taken of [0, 1, 2, 3, 4, 5]) await path.note(taken);
  const other = new WeightPath(both, {steps: 4, places: 2});
  expect(path.shapes()).toEqual({path: [2, 2, 3]});
  other.restore(path.state());
  put(both[1]!, 3);
  expect(await firsts(other, 1, 6)).toEqual([10, 10, 3]);
});
